class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = A(1)
b = a
del a
print("one left")  # expect: one left
del b  # expect: del 1
print("gone")  # expect: gone
A(2)  # expect: del 2
a = A(3)
a = A(4)  # expect: del 3
a = None  # expect: del 4
def f(): x = A(5)
f()  # expect: del 5
[A(6), A(7)]
# expect: del 7
# expect: del 6
