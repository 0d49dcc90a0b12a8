print("a" + "b" * 3, "x" * 0, "x" * -1, "" * 5, 2 * "xy")  # expect: abbb    xyxy
try:
    "a" + 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only concatenate str (not "int") to str
try:
    1 + "a"
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
try:
    "a" * "b"
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can't multiply sequence by non-int of type 'str'
try:
    "a" * 1.5
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: can't multiply sequence by non-int of type 'float'
try:
    "a" - "b"
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for -: 'str' and 'str'
try:
    -"a"
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: bad operand type for unary -: 'str'
