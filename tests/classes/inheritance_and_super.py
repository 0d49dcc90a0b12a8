class A:
    def __init__(self): self.log = ["A"]
    def f(self): return "A.f"
class B(A):
    def __init__(self):
        super().__init__()
        self.log.append("B")
    def f(self): return "B>" + super().f()
class C(B):
    def f(self): return "C>" + super().f()
c = C()
print(c.log, c.f(), isinstance(c, A), issubclass(C, A), C.__bases__, C.__mro__[1:3], C.__base__)
# expect: ['A', 'B'] C>B>A.f True True (<class '__main__.B'>,) (<class '__main__.B'>, <class '__main__.A'>) <class '__main__.B'>
print(super(C, c).f(), super(B, c).f())  # expect: B>A.f A.f
