def f(a, b=1, *, c=2): return a + b + c
def call(): return f(10)
for _ in range(300): call()
f.__defaults__ = (100,)
print(call())  # expect: 112
f.__kwdefaults__ = {"c": 1000}
print(call())  # expect: 1110
f.__defaults__ = None
try:
    call()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() missing 1 required positional argument: 'b'
def g(): return 1
f.__code__ = (lambda x: x * 7).__code__
print(call())  # expect: 70
