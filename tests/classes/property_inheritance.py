class A:
    @property
    def v(self): return "A"
class B(A):
    @property
    def v(self): return "B" + super().v
class C(A):
    @A.v.setter
    def v(self, x): self.x = x
c = C()
c.v = 5
print(B().v, c.v, c.x)  # expect: BA A 5
