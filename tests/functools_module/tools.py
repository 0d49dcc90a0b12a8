import functools
from functools import reduce, partial, lru_cache, cache, wraps
from functools import total_ordering, cmp_to_key, singledispatch, cached_property
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7), partial(pow, 2)(5))
# expect: 6 7 32
print(partial(int, base=2)("101"), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))  # expect: 5 [3, 2, 1]
try:
    reduce(lambda a, b: a, [])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: reduce() of empty iterable with no initial value
@lru_cache(maxsize=2)
def f(x):
    print("compute", x)
    return x * 2
print(f(1), f(1), f(2), f(3), f(1), f.cache_info())
# expect: compute 1
# expect: compute 2
# expect: compute 3
# expect: compute 1
# expect: 2 2 4 6 2 CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
f.cache_clear()
print(f.cache_info())  # expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80))  # expect: 23416728348467685
def deco(g):
    @wraps(g)
    def inner(*a): return g(*a)
    return inner
@deco
def named():
    "docs"
print(named.__name__, named.__doc__, named.__wrapped__ is not None)  # expect: named docs True
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(2), V(1) > V(2), V(2) >= V(2))  # expect: True False True
@singledispatch
def show(x): return "any"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
print(show(1), show([]), show("s"), show(True))  # expect: int list any int
class C:
    @cached_property
    def v(self):
        print("once")
        return 5
c = C()
print(c.v, c.v, functools.partial(print, 1).args)
# expect: once
# expect: 5 5 (1,)
