# The collector looks at objects that others are changing: nothing that is reachable is lost, and garbage goes.
import gc
import weakref
from _hammer import each


class Node:
    pass


roots = [Node() for _ in range(8)]
for number, root in enumerate(roots):
    root.number, root.chain = number, None
watches = []


def work(number):
    for i in range(1500):
        root = roots[(number + i) % 8]
        node = Node()
        node.back, node.table, node.items = root, {"node": node, i: [node]}, [root, {i}]
        root.chain = node
        if i % 100 == 0:
            watches.append(weakref.ref(node))
        if i % 150 == number * 10:
            gc.collect(i % 3)
        assert root.number == roots.index(root)


each(4, work)
for root in roots:
    assert root.chain.back is root and root.chain.items[0] is root
    root.chain = None
del root
gc.collect()
print(len(watches), {watch() for watch in watches})  # expect: 60 {None}
