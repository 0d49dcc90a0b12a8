a, b = 1 + 2j, 3 - 4j
print(a + b, a - b, a * b, a / b, -a, abs(b), a ** 2, a == 1 + 2j, a != b, +a)
# expect: (4-2j) (-2+6j) (11+2j) (-0.2+0.4j) (-1-2j) 5.0 (-3+4j) True True (1+2j)
print(a + 1, 2 * a, a - 0.5, 1 / b, 1j * 1j, (1j) ** 2, complex(3) == 3)
# expect: (2+2j) (2+4j) (0.5+2j) (0.12+0.16j) (-1+0j) (-1+0j) True
try:
    a < b
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'complex' and 'complex'
try:
    a // b
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for //: 'complex' and 'complex'
try:
    a % b
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for %: 'complex' and 'complex'
try:
    a / 0
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: complex division by zero
