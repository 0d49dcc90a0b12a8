for text in ("", "  ", "1.5", "0x10", "1__0", "_1", "1_", "abc", "1 2", "--1"):
    try:
        int(text)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
# expect: ValueError: invalid literal for int() with base 10: ''
# expect: ValueError: invalid literal for int() with base 10: '  '
# expect: ValueError: invalid literal for int() with base 10: '1.5'
# expect: ValueError: invalid literal for int() with base 10: '0x10'
# expect: ValueError: invalid literal for int() with base 10: '1__0'
# expect: ValueError: invalid literal for int() with base 10: '_1'
# expect: ValueError: invalid literal for int() with base 10: '1_'
# expect: ValueError: invalid literal for int() with base 10: 'abc'
# expect: ValueError: invalid literal for int() with base 10: '1 2'
# expect: ValueError: invalid literal for int() with base 10: '--1'
try:
    int("12", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
try:
    int("12", 37)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
try:
    int("9", 8)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: invalid literal for int() with base 8: '9'
try:
    int("z", 16)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: invalid literal for int() with base 16: 'z'
try:
    int(None)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
try:
    int([])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
try:
    int(12, 10)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: int() can't convert non-string with explicit base
try:
    int(float("nan"))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: cannot convert float NaN to integer
try:
    int(float("inf"))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: OverflowError: cannot convert float infinity to integer
