for text in ("1.5", " 2.5\n", "1e3", "-.5", "+7.", "inf", "-Infinity", "NaN", "1_000.5", "1e-400", "1e400",
        "0x10", "", "1.5.2", "e5", "1_", "--1", "1e"):
    try:
        print(float(text))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
# expect: 1.5
# expect: 2.5
# expect: 1000.0
# expect: -0.5
# expect: 7.0
# expect: inf
# expect: -inf
# expect: nan
# expect: 1000.5
# expect: 0.0
# expect: inf
# expect: ValueError: could not convert string to float: '0x10'
# expect: ValueError: could not convert string to float: ''
# expect: ValueError: could not convert string to float: '1.5.2'
# expect: ValueError: could not convert string to float: 'e5'
# expect: ValueError: could not convert string to float: '1_'
# expect: ValueError: could not convert string to float: '--1'
# expect: ValueError: could not convert string to float: '1e'
print(float(), float(3), float(True), float(b"2.5"))  # expect: 0.0 3.0 1.0 2.5
try:
    float(None)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: float() argument must be a string or a real number, not 'NoneType'
try:
    float([1])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: float() argument must be a string or a real number, not 'list'
