class A:
    def m(self): return "A"
class B:
    def m(self): return "B"
class C(A):
    def m(self): return "C" + super().m()
c = C()
for _ in range(300): c.m()
A.m = lambda self: "A2"
print(c.m())  # expect: CA2
C.__bases__ = (B,)
print(c.m())  # expect: CB
class D(C):
    def m(self): return "D" + super().m()
print(D().m(), c.m())  # expect: DCB CB
