class A:
    x = 1
    items = []
a, b = A(), A()
a.x = 5
a.items.append(1)
print(a.x, b.x, A.x, b.items, a.__dict__, b.__dict__, "x" in A.__dict__)  # expect: 5 1 1 [1] {'x': 5} {} True
A.x = 9
A.new = "later"
print(a.x, b.x, b.new)  # expect: 5 9 later
del a.x
print(a.x)  # expect: 9
try:
    del a.x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'A' object has no attribute 'x'
try:
    a.missing
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'A' object has no attribute 'missing'
try:
    A.missing
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: type object 'A' has no attribute 'missing'
try:
    del A.missing
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: type object 'A' has no attribute 'missing'
