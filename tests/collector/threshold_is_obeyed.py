import gc


class Node:
    pass


def make_cycles(count):
    for _ in range(count):
        node = Node()
        node.me = node


phases = []
gc.callbacks.append(lambda phase, info: phases.append((phase, info["generation"])))
gc.set_threshold(100, 3, 3)
make_cycles(5000)
print(gc.get_threshold(), phases[0][0], phases[1][0])  # expect: (100, 3, 3) start stop
print({generation for phase, generation in phases} == {0, 1, 2}, len(phases) > 20)  # expect: True True
