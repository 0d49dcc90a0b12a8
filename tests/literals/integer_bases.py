print(0x1F, 0o17, 0b1011, 0XAB, 0O7, 0B1)  # expect: 31 15 11 171 7 1
print(1_000_000, 0xFF_FF, 0b1010_0101, 0o7_7, 0)  # expect: 1000000 65535 165 63 0
print(00, 0_0, 000)  # expect: 0 0 0
