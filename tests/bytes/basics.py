b = b"hello"
print(b[0], b[-1], b[1:3], len(b), list(b), b + b"!", b * 2, b"ell" in b, 104 in b, b == b"hello")
# expect: 104 111 b'el' 5 [104, 101, 108, 108, 111] b'hello!' b'hellohello' True True True
print(b < b"help", b.upper(), bytes(3), bytes([65, 66]), bytes("é", "utf-8"))
# expect: True b'HELLO' b'\x00\x00\x00' b'AB' b'\xc3\xa9'
print(b.find(b"l"), b.replace(b"l", b"L"), b.split(b"l"), b",".join([b"a", b"b"]), b.hex())
# expect: 2 b'heLLo' [b'he', b'', b'o'] b'a,b' 68656c6c6f
print(bytes.fromhex("ff 00"), b.startswith(b"he"), b.decode(), b.index(b"o"), b.count(b"l"))
# expect: b'\xff\x00' True hello 4 2
print(b" x ".strip())  # expect: b'x'
print(hash(b) == hash(b"hel" + b"lo"), {b: 1}[b"hello"], b[::-1], bytes(range(5)), bytes())
# expect: True 1 b'olleh' b'\x00\x01\x02\x03\x04' b''
print(b.isalpha(), b"%d %s" % (5, b"x"))  # expect: True b'5 x'
try:
    b[0] = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'bytes' object does not support item assignment
try:
    b[9]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: index out of range
try:
    b + "x"
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can't concat str to bytes
try:
    bytes([256])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: bytes must be in range(0, 256)
try:
    bytes("x")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: string argument without an encoding
try:
    b"a" < "a"
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'bytes' and 'str'
try:
    bytes(-1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: negative count
