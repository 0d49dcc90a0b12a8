import binascii

print(binascii.hexlify(b"abc"), binascii.hexlify(b"abcde", ":", 2), binascii.b2a_hex(b"abcde", b"-", -2))
print(binascii.unhexlify("DEadbeef"), binascii.a2b_hex(b"00ff"))
for wrong in ("abc", "zz", "é", 5):
    try:
        binascii.unhexlify(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    binascii.hexlify(b"ab", "::")
except ValueError as error:
    print(error)
# expect: b'616263' b'61:6263:6465' b'6162-6364-65'
# expect: b'\xde\xad\xbe\xef' b'\x00\xff'
# expect: Error Odd-length string
# expect: Error Non-hexadecimal digit found
# expect: ValueError string argument should contain only ASCII characters
# expect: TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: sep must be length 1.
