# xdrlib: what is packed is read again, in units of four bytes; what does not fit is an error.
import warnings

warnings.simplefilter("ignore")
import xdrlib

packer = xdrlib.Packer()
packer.pack_int(-3)
packer.pack_string(b"abcde")
packer.pack_bool(True)
packer.pack_hyper(2**40)
packer.pack_array([1.5, -2.0], packer.pack_double)
packer.pack_list([7, 8], packer.pack_uint)
print(packer.get_buffer().hex())
unpacker = xdrlib.Unpacker(packer.get_buffer())
print(unpacker.unpack_int(), unpacker.unpack_string(), unpacker.unpack_bool(), unpacker.unpack_hyper())
print(unpacker.unpack_array(unpacker.unpack_double))
try:
    unpacker.done()
except xdrlib.Error as error:
    print(error)
print(unpacker.unpack_list(unpacker.unpack_uint), unpacker.done())
for use in (unpacker.unpack_int, lambda: packer.pack_uint(-1), lambda: packer.pack_fstring(-1, b"")):
    try:
        use()
    except Exception as error:
        print(type(error).__name__)

# expect: fffffffd000000056162636465000000000000010000010000000000000000023ff8000000000000c0000000000000000000000100000007000000010000000800000000
# expect: -3 b'abcde' True 1099511627776
# expect: [1.5, -2.0]
# expect: unextracted data remains
# expect: [7, 8] None
# expect: EOFError
# expect: ConversionError
# expect: ValueError
