class Base:
    kinds = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.kinds.append((cls.__name__, tag))
class A(Base): pass
class B(Base, tag="b"): pass
class C(A, tag="c"): pass
print(Base.kinds)  # expect: [('A', None), ('B', 'b'), ('C', 'c')]
try:
    type("D", (Base,), {}, other=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: D.__init_subclass__() takes no keyword arguments
class Plain: pass
try:
    type("E", (Plain,), {}, z=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: E.__init_subclass__() takes no keyword arguments
