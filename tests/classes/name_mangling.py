class A:
    __x = 1
    def __init__(self): self.__y = 2
    def __m(self): return self.__x + self.__y
    def call(self): return self.__m()
    __dunder__ = "kept"
    def param(self, __p): return __p
    def kw(self): return dict(__k=1)
class _B:
    __z = 5
class __:
    __q = 6
a = A()
print(a.call(), a._A__y, A._A__x, A.__dunder__, a.param(9), a.kw(), _B._B__z, __.__q)
# expect: 3 2 1 kept 9 {'__k': 1} 5 6
try:
    a.__x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'A' object has no attribute '__x'
class C(A):
    def f(self): return self.__x
try:
    C().f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'C' object has no attribute '_C__x'
