import weakref
class A: pass
a, b = A(), A()
ra, rb = weakref.ref(a), weakref.ref(b)
print(ra == weakref.ref(a), ra == rb, hash(ra) == hash(a), {ra: 1}[weakref.ref(a)])  # expect: True False True 1
f = weakref.finalize(b, print, "finalized", 5)
print(f.alive)  # expect: True
del b  # expect: finalized 5
print(f.alive)  # expect: False
