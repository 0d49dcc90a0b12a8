class A:
    def m(self): return "class"
a, b = A(), A()
out = []
for i in range(900):
    if i == 300: a.m = lambda: "instance"
    if i == 600: del a.m
    out.append((a.m(), b.m()))
print(out[0], out[300], out[599], out[600])
# expect: ('class', 'class') ('instance', 'class') ('instance', 'class') ('class', 'class')
