def f(a, *, b, c=3):
    return a, b, c
print(f(1, b=2), f(1, c=0, b=5), f.__kwdefaults__)  # expect: (1, 2, 3) (1, 5, 0) {'c': 3}
try:
    f(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: f() missing 1 required keyword-only argument: 'b'
try:
    f(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() takes 1 positional argument but 2 were given
try:
    f(1, 2, b=3)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: f() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
def g(*, x, y):
    return x, y
try:
    g()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: g() missing 2 required keyword-only arguments: 'x' and 'y'
try:
    g(x=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: g() missing 1 required keyword-only argument: 'y'
print(g(y=1, x=2))  # expect: (2, 1)
