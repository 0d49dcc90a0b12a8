class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def __add__(self, other): return A(self.n + other.n)
print((A(1) + A(2)).n)
# expect: del 1
# expect: del 2
# expect: del 3
# expect: 3
A(10).n  # expect: del 10
print("end", [A(20)][0].n)
# expect: del 20
# expect: end 20
x = A(30) and "kept"  # expect: del 30
print(x)  # expect: kept
