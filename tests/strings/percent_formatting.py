print("%d %s %r" % (1, "a", "b"), "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42))
# expect: 1 a 'b'    42|42   |00042|+42| 42
print("%x %X %#x %o %#o" % (255, 255, 255, 8, 8))  # expect: ff FF 0xff 10 0o10
print("%.2f %8.3f| %e %g %G" % (3.14159, 2.5, 12345.678, 0.00001, 1e20), "%s%%" % 50)
# expect: 3.14    2.500| 1.234568e+04 1e-05 1E+20 50%
print("%c%c" % ("a", 98), "%10s|%-10s|%.2s" % ("r", "l", "cut"))  # expect: ab          r|l         |cu
print("%(name)s is %(age)d" % {"name": "Bo", "age": 5}, "%s" % (1,), "%s %s" % ([1], None))
# expect: Bo is 5 1 [1] None
print("%*d|%.*f" % (5, 42, 2, 3.14159), "%a" % "é")  # expect:    42|3.14 '\xe9'
print("%d" % 3.99, "%i" % 10 ** 3, "%s" % [1, 2], "%d" % 10 ** 0, "%d" % (10 ** 25), "%x" % -255, "%.3d" % 5)
# expect: 3 1000 [1, 2] 1 10000000000000000000000000 -ff 005
try:
    "%d" % "a"
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: %d format: a real number is required, not str
try:
    "%s %s" % 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: not enough arguments for format string
try:
    "%s" % (1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: not all arguments converted during string formatting
try:
    "%z" % 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: unsupported format character 'z' (0x7a) at index 1
try:
    "%(a)s" % 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: format requires a mapping
try:
    "%(a)s" % {}
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'a'
try:
    "%c" % "ab"
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: %c requires int or char
try:
    "%" % ()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: incomplete format
try:
    "%x" % 1.5
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: %x format: an integer is required, not float
