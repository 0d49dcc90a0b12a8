def f(a, b=2, /, c=3, *, d=4):
    return a, b, c, d
print(f(1), f(1, 5), f(1, 5, 6), f(1, c=7, d=8))  # expect: (1, 2, 3, 4) (1, 5, 3, 4) (1, 5, 6, 4) (1, 2, 7, 8)
try:
    f(a=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: f() got some positional-only arguments passed as keyword arguments: 'a'
try:
    f(1, b=5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: f() got some positional-only arguments passed as keyword arguments: 'b'
try:
    f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() missing 1 required positional argument: 'a'
def g(a, /, **kwargs):
    return a, kwargs
print(g(1, a=2))  # expect: (1, {'a': 2})
