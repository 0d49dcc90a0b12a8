import weakref
class A: pass
a = A()
r = weakref.ref(a)
print(r() is a, r() is r(), weakref.ref(a) is r, weakref.getweakrefcount(a))  # expect: True True True 1
del a
print(r())  # expect: None
try:
    weakref.ref(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: cannot create weak reference to 'int' object
try:
    weakref.ref([])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: cannot create weak reference to 'list' object
