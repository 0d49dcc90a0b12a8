print(1 .real, 1.0.real, 1..is_integer(), (5).bit_length(), 1e3.hex(), 0x1f.real, 1_0 .numerator, 5j.imag)
# expect: 1 1.0 True 3 0x1.f400000000000p+9 31 10 5.0
