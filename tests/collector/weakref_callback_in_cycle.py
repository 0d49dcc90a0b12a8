import gc, weakref
class A: pass
a, b = A(), A()
a.b, b.a = b, a
r = weakref.ref(a, lambda ref: print("callback", ref()))
del a, b
gc.collect()  # expect: callback None
print("done")  # expect: done
