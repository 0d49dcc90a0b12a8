class A: pass
a = A()
a.__dict__["x"] = 5
print(a.x, vars(a) is a.__dict__)  # expect: 5 True
a.__dict__ = {"y": 7}
print(a.y, hasattr(a, "x"))  # expect: 7 False
a.__dict__.update(z=8)
print(a.z, sorted(a.__dict__))  # expect: 8 ['y', 'z']
d = a.__dict__
a.w = 1
print(d["w"], len(d))  # expect: 1 3
try:
    setattr(a, "__dict__", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: __dict__ must be set to a dictionary, not a 'int'
try:
    A.__dict__["q"] = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'mappingproxy' object does not support item assignment
setattr(A, "q", 1)
print(A.q, type(A.__dict__).__name__)  # expect: 1 mappingproxy
