print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True))
# expect: b'\x04\x00' b'\x00\x04\x00\x00' b'\xff\xfe'
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True))  # expect: 1024 -2
print(int.from_bytes(b"\x01" * 12, "little"), (0).to_bytes(1, "big"))  # expect: 310698676526526814092329217 b'\x00'
try:
    (256).to_bytes(1, "big")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: OverflowError: int too big to convert
try:
    (-1).to_bytes(1, "big")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: OverflowError: can't convert negative int to unsigned
