import gc
import weakref


class Node:
    pass


gc.disable()
gc.unfreeze()
node = Node()
node.me = node
seen = weakref.ref(node)
gc.freeze()
print(gc.get_freeze_count() > 100)  # expect: True
del node
gc.collect()
print(seen() is None)  # expect: False
gc.unfreeze()
print(gc.get_freeze_count())  # expect: 0
gc.collect()
print(seen() is None)  # expect: True
