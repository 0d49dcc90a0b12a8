def meta(name, bases, ns):
    return (name, bases, sorted(k for k in ns if k[0] != "_"))
class A(metaclass=meta):
    x = 1
print(A)  # expect: ('A', (), ['x'])
class B(metaclass=lambda *a, **k: k, z=1): pass
print(B)  # expect: {'z': 1}
