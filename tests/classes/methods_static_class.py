class A:
    name = "A"
    def m(self): return self.name
    @classmethod
    def c(cls, x=1): return cls.name, x
    @staticmethod
    def s(x): return x * 2
class B(A):
    name = "B"
print(A().m(), B().m(), A.c(), B.c(5), B().c(), A.s(2), B().s(3), A.m(B()))
# expect: A B ('A', 1) ('B', 5) ('B', 1) 4 6 B
