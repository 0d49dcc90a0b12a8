def make(n):
    class T:
        def m(self): return n
        x = n
    return T()
def use(o): return o.m() + o.x
total = 0
for i in range(500): total += use(make(i))
print(total)  # expect: 249500
