x = list(range(10))
def key(v):
    del x[:]
    x.extend(range(100))
    return -v
try:
    x.sort(key=key)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: list modified during sort
class Evil:
    def __init__(self, v, target): self.v, self.target = v, target
    def __lt__(self, o):
        self.target.append(1)
        return self.v < o.v
y = []
y += [Evil(i % 3, y) for i in range(10)]
try:
    y.sort()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: list modified during sort
z = [3, 1, 2]
z.sort(key=lambda v: z.clear() or v)
print(z)  # expect: [1, 2, 3]
