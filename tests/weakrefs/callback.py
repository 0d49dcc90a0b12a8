import weakref
class A: pass
a = A()
r = weakref.ref(a, lambda ref: print("callback", ref is r, ref()))
s = weakref.ref(a, lambda ref: print("second"))
del a
# expect: second
# expect: callback True None
print("after")  # expect: after
