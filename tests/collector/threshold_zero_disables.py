import gc


class Node:
    pass


gc.collect()
gc.set_threshold(0)
phases = []
gc.callbacks.append(lambda phase, info: phases.append(phase))
for _ in range(30000):
    node = Node()
    node.me = node
print(phases, gc.isenabled())  # expect: [] True
del node
print(gc.collect() >= 30000, phases)  # expect: True ['start', 'stop']
