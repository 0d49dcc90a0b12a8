class A: pass
class B(A): pass
try:
    type("C", (A, B), {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: Cannot create a consistent method resolution
# expect: order (MRO) for bases A, B
try:
    type("D", (A, A), {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: duplicate base class A
class X: pass
class Y: pass
class P(X, Y): pass
class Q(Y, X): pass
try:
    type("R", (P, Q), {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: Cannot create a consistent method resolution
# expect: order (MRO) for bases X, Y
try:
    type("S", (int, str), {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: multiple bases have instance lay-out conflict
try:
    type("T", (5,), {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
