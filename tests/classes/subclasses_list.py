class A: pass
class B(A): pass
class C(A): pass
print([k.__name__ for k in A.__subclasses__()])  # expect: ['B', 'C']
del C
import gc
gc.collect()
print([k.__name__ for k in A.__subclasses__()])  # expect: ['B']
