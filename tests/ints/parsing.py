print(int("42"), int("  -7\n"), int("+5"), int("1_000"), int("0"))  # expect: 42 -7 5 1000 0
print(int("ff", 16), int("0xff", 16), int("0b11", 2), int("zz", 36), int("0o17", 0), int("0x1f", 0))
# expect: 255 255 3 1295 15 31
print(int("١٢"), int(b"12"), int(12.9), int(-12.9), int(True), int())  # expect: 12 12 12 -12 1 0
print(int("123456789012345678901234567890"), int("1" * 40, 2))
# expect: 123456789012345678901234567890 1099511627775
