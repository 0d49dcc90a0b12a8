def f(): return 1
def g(): return 2
f.__code__ = g.__code__
print(f(), f.__name__)  # expect: 2 f
h = type(f)(g.__code__, {})
print(h())  # expect: 2
