print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), round(2.5), round(3.14159, 2), round(1234, -2))
# expect: (2, 1) (-3, 2) (3.0, 1.5) 2 3.14 1200
print(abs(-5), abs(-2.5), abs(3 + 4j), pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(2.0, 0.5))
# expect: 5 2.5 5.0 1024 0.5 24 1.4142135623730951
print(round(-2.5), round(True))  # expect: -2 1
try:
    round("a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: type str doesn't define __round__ method
try:
    abs("a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: bad operand type for abs(): 'str'
try:
    pow(2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: pow() missing required argument 'exp' (pos 2)
try:
    divmod(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: divmod expected 2 arguments, got 1
try:
    round(1.5, "a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
