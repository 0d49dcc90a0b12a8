b = bytearray(b"hello")
b[0] = 72
b.append(33)
b += b"??"
b.extend([1, 2])
print(b, len(b), b[0], b[1:3], b.pop(), type(b[1:2]).__name__)
# expect: bytearray(b'Hello!??\x01') 10 72 bytearray(b'el') 2 bytearray
del b[0]
b[1:3] = b"XYZ"
b.insert(0, 65)
print(b, bytes(b), b == b"AeXYZo!??\x01", b.find(b"X"), b.reverse(), b, b.remove(65), b.decode("ascii"))
# expect: bytearray(b'\x01??!oZYXe') b'AeXYZo!??\x01' True 2 None bytearray(b'\x01??!oZYXe') None ??!oZYXe
try:
    b[0] = 256
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: byte must be in range(0, 256)
try:
    b.append("x")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
try:
    hash(b)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'bytearray'
b.clear()
print(b, bool(b), bytearray(3), bytearray("a", "ascii"))
# expect: bytearray(b'') False bytearray(b'\x00\x00\x00') bytearray(b'a')
