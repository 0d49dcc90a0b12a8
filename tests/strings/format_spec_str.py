s = "abc"
print(f"{s:5}|{s:<5}|{s:>5}|{s:^5}|{s:*^7}|{s:.2}|{s:5.1}|{s:s}|{s:é>5}|{'':3}|{s:0<5}|{s:05}")
# expect: abc  |abc  |  abc| abc |**abc**|ab|a    |abc|ééabc|   |abc00|abc00
try:
    format(s, "d")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: Unknown format code 'd' for object of type 'str'
try:
    format(s, "+")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: Sign not allowed in string format specifier
try:
    format(s, ",")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: Cannot specify ',' with 's'.
try:
    format(s, "=5")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: '=' alignment not allowed in string format specifier
try:
    format([], "5")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported format string passed to list.__format__
try:
    format(None, "s")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported format string passed to NoneType.__format__
print(format([], ""), format(None), format(s))  # expect: [] None abc
