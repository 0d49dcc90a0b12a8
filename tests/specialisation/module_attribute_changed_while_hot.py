import math
def area(): return math.pi * 2
for _ in range(300): area()
old = math.pi
math.pi = 3
print(area())  # expect: 6
math.pi = old
print(area() == old * 2)  # expect: True
del math.pi
try:
    area()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: module 'math' has no attribute 'pi'
math.pi = old
math.extra = 1
print(area() > 6)  # expect: True
def f(): return math.floor(2.5)
for _ in range(300): f()
keep, math.floor = math.floor, lambda x: "patched"
print(f())  # expect: patched
math.floor = keep
