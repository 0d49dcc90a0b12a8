try:
    1.0 / 0
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    1.0 // 0.0
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    1.0 % 0
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    divmod(1.0, 0.0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    0.0 ** -1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ZeroDivisionError: float division by zero
# expect: ZeroDivisionError: float floor division by zero
# expect: ZeroDivisionError: float modulo
# expect: ZeroDivisionError: float divmod()
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
