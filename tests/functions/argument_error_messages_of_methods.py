class A:
    def m(self, x): pass
    @staticmethod
    def s(x): pass
    @classmethod
    def c(cls, x): pass
    def none(): pass
    def __init__(self, size=0): pass
a = A()
try:
    a.m()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: A.m() missing 1 required positional argument: 'x'
try:
    a.m(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: A.m() takes 2 positional arguments but 3 were given
try:
    A.m()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: A.m() missing 2 required positional arguments: 'self' and 'x'
try:
    a.s()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: A.s() missing 1 required positional argument: 'x'
try:
    a.c()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: A.c() missing 1 required positional argument: 'x'
try:
    a.none()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: A.none() takes 0 positional arguments but 1 was given
try:
    A(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: A.__init__() takes from 1 to 2 positional arguments but 3 were given
try:
    A(color=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: A.__init__() got an unexpected keyword argument 'color'
class B: pass
try:
    B(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: B() takes no arguments
try:
    B(x=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: B() takes no arguments
try:
    object(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: object() takes no arguments
