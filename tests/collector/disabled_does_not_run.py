import gc


class Node:
    pass


gc.collect()
gc.disable()
phases = []
gc.callbacks.append(lambda phase, info: phases.append(phase))
for _ in range(30000):
    node = Node()
    node.me = node
print(phases, gc.get_count()[0] > 10000)  # expect: [] True
gc.enable()
for _ in range(30000):
    node = Node()
    node.me = node
print(phases[:2])  # expect: ['start', 'stop']
