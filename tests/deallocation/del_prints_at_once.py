class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
x = A(1)
del x  # expect: del 1
print("1")  # expect: 1
x = [A(2), A(3)]
x.pop()  # expect: del 3
print("2")  # expect: 2
x.clear()  # expect: del 2
print("3")  # expect: 3
d = {"k": A(4)}
del d["k"]  # expect: del 4
print("4")  # expect: 4
d["k"] = A(5)
d["k"] = None  # expect: del 5
print("5")  # expect: 5
class Holder: pass
h = Holder()
h.a = A(6)
del h  # expect: del 6
print("6")  # expect: 6
def f(a): print("in f")
f(A(7))
# expect: in f
# expect: del 7
print("7")  # expect: 7
(A(8), A(9))[0].n
# expect: del 9
# expect: del 8
print("8")  # expect: 8
