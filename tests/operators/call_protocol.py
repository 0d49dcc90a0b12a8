class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *rest, key=0): return self.n + x + sum(rest) + key
add = Adder(10)
print(add(1), add(1, 2, 3), add(1, key=5), callable(add), callable(5), callable(len))
# expect: 11 16 16 True False True
print(callable(Adder), list(map(add, [1, 2])))  # expect: True [11, 12]
try:
    add()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: Adder.__call__() missing 1 required positional argument: 'x'
try:
    (lambda f: f())(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not callable
try:
    (lambda f: f(1))("s")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object is not callable
