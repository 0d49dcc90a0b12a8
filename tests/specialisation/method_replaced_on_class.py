class A:
    def m(self): return 1
a = A()
total = 0
for i in range(3000):
    if i == 1000: A.m = lambda self: 10
    if i == 2000: del A.m; A.m = lambda self: 100
    total += a.m()
print(total)  # expect: 111000
class B(A): pass
b = B()
out = []
for i in range(900):
    if i == 300: B.m = lambda self: "B"
    if i == 600: del B.m
    out.append(b.m())
print(out[0], out[300], out[899])  # expect: 100 B 100
