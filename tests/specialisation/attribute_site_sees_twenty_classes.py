classes = []
for n in range(20):
    def __init__(self, n=n):
        for k in range(n): setattr(self, f"pad{k}", k)
        self.x = n
    classes.append(type(f"C{n}", (), {"__init__": __init__, "m": lambda self, n=n: n * 10, "shared": n}))
objects = [c() for c in classes]
def use(o): return o.x + o.m() + o.shared
total = 0
for i in range(4000): total += use(objects[i % 20])
print(total)  # expect: 456000
for i in range(1000): total += use(objects[3])
print(total)  # expect: 492000
