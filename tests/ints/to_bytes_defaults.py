print((5).to_bytes(), (5).to_bytes(3), int.from_bytes(b"\x01\x02"), int.from_bytes([1, 2]))
# expect: b'\x05' b'\x00\x00\x05' 258 258
print((2 ** 70).to_bytes(9, "little"), int.from_bytes(b"", "big"), (-1).to_bytes(2, signed=True))
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x00@' 0 b'\xff\xff'
try:
    (5).to_bytes(-1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: length argument must be non-negative
try:
    (5).to_bytes(1, "middle")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: byteorder must be either 'little' or 'big'
try:
    int.from_bytes("ab", "big")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: cannot convert 'str' object to bytes
