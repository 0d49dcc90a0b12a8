class A: pass
for name in ("add", "sub", "mul"):
    setattr(A, f"__{name}__", lambda self, o, name=name: f"{name} {o}")
print(A() + 1, A() - 2, A() * 3)  # expect: add 1 sub 2 mul 3
A.__len__ = lambda self: 7
A.__iter__ = lambda self: iter("ab")
A.__call__ = lambda self, *a: a
A.__getitem__ = lambda self, k: k
A.__contains__ = lambda self, k: False
A.__bool__ = lambda self: False
print(len(A()), list(A()), A()(1, 2), A()[5], 5 in A(), bool(A()))  # expect: 7 ['a', 'b'] (1, 2) 5 False False
del A.__bool__, A.__len__
print(bool(A()))  # expect: True
try:
    len(A())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: object of type 'A' has no len()
