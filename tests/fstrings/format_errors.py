try:
    f"{'a':d}"
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: Unknown format code 'd' for object of type 'str'
try:
    f"{undefined}"
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'undefined' is not defined
try:
    f"{1 / 0}"
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: division by zero
try:
    f"{5:zz}"
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: Unknown format code 'z' for object of type 'int'
try:
    f"{[]:>5}"
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported format string passed to list.__format__
