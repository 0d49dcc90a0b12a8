def curry(f, n=None):
    n = n or f.__code__.co_argcount
    def step(*got): return f(*got) if len(got) >= n else lambda *more: step(*got, *more)
    return step
@curry
def add(a, b, c): return a + b + c
print(add(1)(2)(3), add(1, 2)(3), add(1)(2, 3), add(1, 2, 3))  # expect: 6 6 6 6
