def f(x): return x
def call(): return f(1)
for _ in range(300): call()
def f(x, y=5): return x + y
print(call())  # expect: 6
def f(*a, **k): return a, k
print(call())  # expect: ((1,), {})
def f(): return 0
try:
    call()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() takes 0 positional arguments but 1 was given
def f(x):
    yield x
print(list(call()))  # expect: [1]
f = str
print(call())  # expect: 1
f.__name__
f = 5
try:
    call()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not callable
