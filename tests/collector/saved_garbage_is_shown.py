import gc


class Node:
    pass


gc.disable()
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
node = Node()
node.me = node
del node
gc.collect()
print(gc.get_debug() == gc.DEBUG_SAVEALL, any(isinstance(each, Node) for each in gc.garbage))  # expect: True True
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect() > 0, gc.garbage)  # expect: True []
