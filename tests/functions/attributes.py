def f(a, b=2, *, c: int = 3) -> str:
    "doc of f"
    return a
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__)
# expect: f f doc of f __main__ (2,) {'c': 3}
print(f.__annotations__, f.__dict__)  # expect: {'c': <class 'int'>, 'return': <class 'str'>} {}
f.extra = 5
print(f.extra, f.__dict__)  # expect: 5 {'extra': 5}
f.__name__ = "renamed"
print(f.__name__, f.__qualname__)  # expect: renamed f
def outer():
    def inner(): pass
    return inner
class K:
    def m(self): pass
print(outer().__qualname__, K.m.__qualname__, (lambda: 0).__name__, (lambda: 0).__qualname__)
# expect: outer.<locals>.inner K.m <lambda> <lambda>
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_varnames)  # expect: f 2 ('a', 'b', 'c')
print(f.__code__.co_kwonlyargcount, f.__closure__)  # expect: 1 None
try:
    f.missing
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: AttributeError: 'function' object has no attribute 'missing'
