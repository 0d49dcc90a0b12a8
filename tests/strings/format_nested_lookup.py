class A:
    x = {"k": [10, 20]}
    def __getitem__(self, k): return f"item {k!r}"
print("{0.x[k][1]} {0[5]} {0[name]} {a.x}".format(A(), a=A()))  # expect: 20 item 5 item 'name' {'k': [10, 20]}
print("{:{}}|{:{w}.{p}f}".format("a", 5, 3.14159, w=8, p=3))  # expect: a    |   3.142
try:
    "{0.nope}".format(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'int' object has no attribute 'nope'
try:
    "{[x]}".format([1])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: list indices must be integers or slices, not str
try:
    "{0[}".format([1])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: expected '}' before end of string
try:
    "{a.}".format(a=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: Empty attribute in format string
