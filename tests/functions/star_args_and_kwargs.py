def f(*args, **kwargs):
    return args, kwargs
print(f(), f(1), f(1, x=2), f(*"ab", *[1], k=1, **{"z": 2}, **{"y": 3}), f(*(), **{}))
# expect: ((), {}) ((1,), {}) ((1,), {'x': 2}) (('a', 'b', 1), {'k': 1, 'z': 2, 'y': 3}) ((), {})
def g(a, *rest, b=2, **more):
    return a, rest, b, more
print(g(1), g(1, 2, 3), g(1, b=5, c=6), g(*range(4), **{"b": 0, "q": 1}))
# expect: (1, (), 2, {}) (1, (2, 3), 2, {}) (1, (), 5, {'c': 6}) (0, (1, 2, 3), 0, {'q': 1})
args, kwargs = f(1, a=2)
args2 = [1, 2]
print(f(*args2)[0] is not args2, type(args).__name__, type(kwargs).__name__)  # expect: True tuple dict
