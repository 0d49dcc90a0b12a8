import gc, weakref
def make():
    class A:
        def m(self): return __class__
    def f(x=A): return A
    def g(): yield A
    return weakref.ref(A), weakref.ref(f), weakref.ref(g), weakref.ref(A.m)
refs = make()
gc.collect()
print([r() for r in refs])  # expect: [None, None, None, None]
exec("def temp(): return 1\nr = weakref.ref(temp)\ndel temp", ns := {"weakref": weakref})
gc.collect()
print(ns["r"]())  # expect: None
