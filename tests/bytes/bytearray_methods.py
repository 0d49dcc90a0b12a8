b = bytearray(b"abcabc")
print(b.replace(b"b", b"XX"), b.count(b"a"), b.split(b"c"), b.upper(), b.index(b"c"))
# expect: bytearray(b'aXXcaXXc') 2 [bytearray(b'ab'), bytearray(b'ab'), bytearray(b'')] bytearray(b'ABCABC') 2
print(b.startswith(b"ab"), b.pop(0), b, b[::-1], b + b"z", b * 2, b == b"bcabc", b"x" + b)
# expect: True 97 bytearray(b'bcabc') bytearray(b'cbacb') bytearray(b'bcabcz') bytearray(b'bcabcbcabc') True b'xbcabc'
b[2:2] = b"ZZ"
b[::2] = b"1234"
del b[-1]
b.extend(b"end")
b *= 2
print(b, len(b), list(b[:3]), bytes(b)[:2], b.find(b"end"), bytearray(5), bytearray([1, 2]), bytearray(b"a") < b"b")
# expect: bytearray(b'1c2Z3bend1c2Z3bend') 18 [49, 99, 50] b'1c' 6 bytearray(b'\x00\x00\x00\x00\x00') bytearray(b'\x01\x02') True
try:
    bytearray([300])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: byte must be in range(0, 256)
try:
    b.append(256)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: byte must be in range(0, 256)
try:
    b.remove(7)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: value not found in bytearray
try:
    bytearray(b"ab")[5]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: bytearray index out of range
