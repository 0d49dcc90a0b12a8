import gc, weakref
class A: pass
first = A()
first.me = first
r = weakref.ref(first)
del first
for _ in range(200000):
    x = A()
    x.me = x
    if r() is None: break
print(r())  # expect: None
