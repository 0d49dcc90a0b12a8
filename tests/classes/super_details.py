class A:
    x = "A.x"
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @property
    def p(self): return "A.p"
class B(A):
    x = "B.x"
    def f(self): return super().x, super().f(), super().p, super().c()
    @classmethod
    def c(cls): return super().c()
    def inner(self): return [super(B, self).x for _ in range(2)]
print(B().f(), B.c(), B().inner())  # expect: ('A.x', 'A.f', 'A.p', 'A.c B') A.c B ['A.x', 'A.x']
try:
    super(B, A())
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: super(type, obj): obj must be an instance or subtype of type
try:
    super(5, 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: super() argument 1 must be a type, not int
try:
    super()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: RuntimeError: super(): no arguments
class C(A):
    def f(self): return super().nothing
try:
    C().f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'super' object has no attribute 'nothing'
