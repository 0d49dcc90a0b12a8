try:
    1.0 / 0
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: float division by zero
try:
    1.0 // 0.0
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: float floor division by zero
try:
    1.0 % 0
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: float modulo
try:
    divmod(1.0, 0.0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: float divmod()
try:
    0.0 ** -1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
