# The places of a call's keywords are remembered for one function; another function, other defaults and wrong calls at
# the same instruction must still be bound rightly.
def first(a, b=1, c=2): return a, b, c
def second(c, a=5, *, b=7, d=8): return a, b, c, d
def third(**kwargs): return kwargs
def fourth(a, /, b, c=3): return a, b, c
def fifth(*args, b, c=4): return args, b, c


class Thing:
    def __init__(self, a, b=0, c=0): self.all = a, b, c
    def method(self, a, b=0, c=0): return a, b, c


def ask(f):
    try:
        result = f(b=10, a=20, c=30)
        return result.all if isinstance(result, Thing) else result
    except TypeError as error:
        return str(error)


def ask_less(f):
    try:
        return f(1, c=30)
    except TypeError as error:
        return str(error)


for f in (first, first, second, first, third, Thing, fourth, fifth, Thing(0).method, dict, first):
    print(ask(f))
# expect: (20, 10, 30)
# expect: (20, 10, 30)
# expect: (20, 10, 30, 8)
# expect: (20, 10, 30)
# expect: {'b': 10, 'a': 20, 'c': 30}
# expect: (20, 10, 30)
# expect: fourth() got some positional-only arguments passed as keyword arguments: 'a'
# expect: fifth() got an unexpected keyword argument 'a'
# expect: (20, 10, 30)
# expect: {'b': 10, 'a': 20, 'c': 30}
# expect: (20, 10, 30)
for f in (first, first, second, third, fourth, fifth, first):
    print(ask_less(f))
# expect: (1, 1, 30)
# expect: (1, 1, 30)
# expect: second() got multiple values for argument 'c'
# expect: third() takes 0 positional arguments but 1 was given
# expect: fourth() missing 1 required positional argument: 'b'
# expect: fifth() missing 1 required keyword-only argument: 'b'
# expect: (1, 1, 30)
first.__defaults__ = (100, 200)
print(ask_less(first))  # expect: (1, 100, 30)
first.__defaults__ = (0, 1, 2, 3, 4)
print(ask_less(first), first())  # expect: (1, 3, 30) (2, 3, 4)
first.__defaults__ = None
print(ask_less(first))  # expect: first() missing 1 required positional argument: 'b'
first.__code__ = (lambda c, b=0, a=0: (c, b, a)).__code__
first.__defaults__ = (0, 0)
print(ask(first))  # expect: (30, 10, 20)


def outer(*args, **kwargs): return first(*args, **kwargs)


class Map:
    def keys(self): return ["b", "a"]
    def __getitem__(self, key): return key * 2


for i in range(3): print(outer(1), outer(1, b=2), outer(c=3, a=4), outer(5, **Map()))
# expect: (1, 0, 0) (1, 2, 0) (3, 0, 4) (5, 'bb', 'aa')
# expect: (1, 0, 0) (1, 2, 0) (3, 0, 4) (5, 'bb', 'aa')
# expect: (1, 0, 0) (1, 2, 0) (3, 0, 4) (5, 'bb', 'aa')
for wrong in ({1: 2}, 5, {"zz": 1}):
    try:
        first(1, **wrong)
    except TypeError as error:
        print(error)
# expect: keywords must be strings
# expect: __main__.first() argument after ** must be a mapping, not int
# expect: first() got an unexpected keyword argument 'zz'
