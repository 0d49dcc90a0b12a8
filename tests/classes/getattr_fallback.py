class A:
    real = 1
    def __getattr__(self, name):
        if name.startswith("bad"): raise AttributeError(f"no {name}")
        return f"dynamic {name}"
a = A()
a.own = 2
print(a.real, a.own, a.other, hasattr(a, "bad"), getattr(a, "bad1", "default"), getattr(a, "x"))
# expect: 1 2 dynamic other False default dynamic x
try:
    a.bad2
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: no bad2
class B:
    @property
    def p(self): raise AttributeError("inside property")
    def __getattr__(self, name): return "fallback " + name
print(B().p)  # expect: fallback p
