class A:
    def f(self, /, **kw): return kw
    def g(self, a, **kw): return a, kw
print(A().f(self=1, a=2), A().g(1, b=2))  # expect: {'self': 1, 'a': 2} (1, {'b': 2})
try:
    A().g(1, self=2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: A.g() got multiple values for argument 'self'
def h(*args, args2=1, **kwargs): return args, args2, kwargs
print(h(args=5, kwargs=6))  # expect: ((), 1, {'args': 5, 'kwargs': 6})
