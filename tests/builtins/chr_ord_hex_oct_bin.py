print(chr(65), ord("A"), hex(255), oct(8), bin(10), hex(-1), ascii("é\n"))
# expect: A 65 0xff 0o10 0b1010 -0x1 '\xe9\n'
print(chr(0x10FFFF) == "\U0010ffff", ord("🐍"), ord(b"a"))  # expect: True 128013 97
try:
    chr("a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
try:
    ord(65)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: ord() expected string of length 1, but int found
try:
    hex(1.5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'float' object cannot be interpreted as an integer
try:
    bin("a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
