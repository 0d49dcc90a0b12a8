import gc, weakref
class A: pass
gc.collect()
gc.disable()
a, b = A(), A()
a.other, b.other = b, a
r = weakref.ref(a)
del a, b
print(r() is not None)  # expect: True
print(gc.collect() >= 2, r())  # expect: True None
gc.enable()
print(gc.isenabled())  # expect: True
