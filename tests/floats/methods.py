print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex())
# expect: False True (3, 4) 0x1.8000000000000p+0
print(float.fromhex("0x1.8p+1"), (2.5).conjugate())  # expect: 3.0 2.5
print((0.1).hex(), (-0.0).hex(), float.fromhex("-0x1p-3"), (3.7).__trunc__(), (3.7).__floor__())
# expect: 0x1.999999999999ap-4 -0x0.0p+0 -0.125 3 3
print((3.2).__ceil__(), (1.5).real, (1.5).imag)  # expect: 4 1.5 0.0
print(int(1e30), int(-1.9), int(1e15), (1e300).as_integer_ratio()[1])
# expect: 1000000000000000019884624838656 -1 1000000000000000 1
