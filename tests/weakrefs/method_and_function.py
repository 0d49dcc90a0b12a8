import weakref
class A:
    def m(self): return "m"
a = A()
dead = weakref.ref(a.m)
print(dead())  # expect: None
wm = weakref.WeakMethod(a.m)
print(wm()())  # expect: m
del a
print(wm())  # expect: None
def f(): return 1
rf = weakref.ref(f)
print(rf()())  # expect: 1
