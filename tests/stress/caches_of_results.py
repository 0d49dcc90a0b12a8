# Caches that many threads fill: results are right, and each call is either a hit or a miss.
import functools
from _hammer import each


@functools.lru_cache(maxsize=None)
def square(n):
    return n * n


@functools.lru_cache(maxsize=20)
def cube(n, *, sign=1):
    return sign * n ** 3


@functools.lru_cache(maxsize=64)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


class Thing:
    @functools.cached_property
    def slow(self):
        return ["slow"]


@functools.singledispatch
def kind(value):
    return "object"


kind.register(int, lambda value: "int")
kind.register(list, lambda value: "list")
power = functools.partial(pow, 2)


def work(number):
    for i in range(3000):
        n = (i * 17 + number) % 50
        assert square(n) == n * n
        assert cube(n) == n ** 3 and cube(n, sign=-1) == -n ** 3
        if i % 300 == 0:
            assert fibonacci(60) == 1548008755920
            fibonacci.cache_clear()
            assert Thing().slow == ["slow"]
        assert kind(n) == "int" and kind([n]) == "list" and kind("n") == "object" and power(n) == 2 ** n


each(4, work)
one, two = square.cache_info(), cube.cache_info()
print(one.hits + one.misses, one.currsize, two.hits + two.misses, two.currsize)  # expect: 12000 50 24000 20
