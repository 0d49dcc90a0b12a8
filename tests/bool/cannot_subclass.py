try:
    type("B", (bool,), {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: type 'bool' is not an acceptable base type
try:
    type("N", (type(None),), {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: type 'NoneType' is not an acceptable base type
try:
    type("R", (range,), {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: type 'range' is not an acceptable base type
