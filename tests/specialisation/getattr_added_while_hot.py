class A:
    def __init__(self): self.x = 1
a = A()
def get(o): return o.x
def missing(o): return o.nope
for _ in range(300): get(a)
try:
    missing(a)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'A' object has no attribute 'nope'
A.__getattr__ = lambda self, n: f"made {n}"
print(get(a), missing(a))  # expect: 1 made nope
A.__getattribute__ = lambda self, n: f"all {n}"
print(get(a), missing(a))  # expect: all x all nope
del A.__getattribute__
print(get(a))  # expect: 1
