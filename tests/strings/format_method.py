print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x}-{y}".format(x=1, y=2))  # expect: 1 2 b a 1-2
print("{0.real} {1[0]} {2[key]}".format(5, [9], {"key": "v"}))  # expect: 5 9 v
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:>5}|{:<5}|{:^5}|".format(1, 2, 3))
# expect: 'é' é '\xe9'     1|2    |  3  |
print("{:{width}}|".format(7, width=4), "{{}} {}".format(1))  # expect:    7| {} 1
print("{:*^9}|{:08.3f}|{:+d}|{:,}".format("mid", 3.14159, 5, 1234567), "{a[b]}".format(a={"b": 1}))
# expect: ***mid***|0003.142|+5|1,234,567 1
print("{0}{0}".format("z"))  # expect: zz
try:
    "{}{}".format(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: IndexError: Replacement index 1 out of range for positional args tuple
try:
    "{x}".format(y=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'x'
try:
    "{0} {}".format(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: cannot switch from manual field specification to automatic field numbering
try:
    "{".format()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: Single '{' encountered in format string
try:
    "}".format()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: Single '}' encountered in format string
try:
    "{!x}".format(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: Unknown conversion specifier x
try:
    "{:d}".format("a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: Unknown format code 'd' for object of type 'str'
