try:
    1 // 0
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    1 % 0
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    1 / 0
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    divmod(1, 0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    10 ** 30 // 0
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    10 ** 30 % 0
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    0 ** -1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    pow(2, 3, 0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: integer modulo by zero
# expect: ZeroDivisionError: division by zero
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: integer modulo by zero
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: ValueError: pow() 3rd argument cannot be 0
