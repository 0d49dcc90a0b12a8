class A:
    def f(self): return __class__
    def g(self): return [__class__ for _ in range(1)]
class B(A): pass
print(B().f(), B().g(), B().__class__, A.__class__, (5).__class__)
# expect: <class '__main__.A'> [<class '__main__.A'>] <class '__main__.B'> <class 'type'> <class 'int'>
