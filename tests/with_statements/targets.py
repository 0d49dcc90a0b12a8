class M:
    def __enter__(self): return (1, (2, 3))
    def __exit__(self, *a): return None
class Box: pass
box, items = Box(), [0]
with M() as (a, (b, c)): print(a, b, c)  # expect: 1 2 3
with M() as box.x: print(box.x)  # expect: (1, (2, 3))
with M() as items[0]: print(items)  # expect: [(1, (2, 3))]
with M() as [p, *q]: print(p, q)  # expect: 1 [(2, 3)]
