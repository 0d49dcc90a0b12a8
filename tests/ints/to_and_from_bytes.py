print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True))
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True))
print(int.from_bytes(b"\x01" * 12, "little"), (0).to_bytes(1, "big"))
try:
    (256).to_bytes(1, "big")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    (-1).to_bytes(1, "big")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: b'\x04\x00' b'\x00\x04\x00\x00' b'\xff\xfe'
# expect: 1024 -2
# expect: 310698676526526814092329217 b'\x00'
# expect: OverflowError: int too big to convert
# expect: OverflowError: can't convert negative int to unsigned
