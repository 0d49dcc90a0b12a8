# every allocation fails once
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.links = [self]

    def __del__(self):
        gone.append(self.name)


gone = []
seen = []
node = Node("a")
other = Node("b")
node.other, other.other = other, node
reference = weakref.ref(node, seen.append)
table = weakref.WeakValueDictionary(node=node)
del node, other
gc.collect()
print(sorted(gone), len(seen), reference(), len(table))  # expect: ['a', 'b'] 1 None 0
