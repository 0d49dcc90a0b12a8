print(1 + 2j, -1j, complex(0, -0.0), complex(-0.0, 1), complex(1.5, float("inf")), complex(float("nan"), 0), 0j)
# expect: (1+2j) (-0-1j) -0j (-0+1j) (1.5+infj) (nan+0j) 0j
z = complex(3, 4)
print(z.real, z.imag, z.conjugate(), complex("1+2j"), complex("-j"), complex("3"), hash(3 + 0j) == hash(3))
# expect: 3.0 4.0 (3-4j) (1+2j) -1j (3+0j) True
print(f"{1.5 + 2j:.2f}", bool(0j), bool(1j), complex(), complex(1j, 1))  # expect: 1.50+2.00j False True 0j 2j
try:
    complex("1 + 2j")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: complex() arg is a malformed string
try:
    int(1j)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
try:
    float(1j)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: float() argument must be a string or a real number, not 'complex'
