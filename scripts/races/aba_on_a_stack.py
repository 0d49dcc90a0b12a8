"""A stack whose pop() compares the top and then exchanges it: between the two others can take the top away and put it
back, with something else below. The comparison cannot tell (A, B, A), and the exchange brings back what is gone.
"""
#: expect sorted(taken) == ["A", "B"] : each node taken once
#: interesting taken == ["A"] : B went with the exchange: nobody takes it any more
#: interesting sorted(taken) == ["A", "B", "B"] : B was taken twice: it came back with the exchange
import threading


class Node:
    def __init__(self, name, below):
        self.name = name
        self.below = below


b = Node("B", None)
a = Node("A", b)
top = a
taken = []
exchange = threading.Lock()


def compare_and_set(old, new):
    global top
    with exchange:
        if top is not old:
            return False
        top = new
        return True


def pop():
    node = top
    if node is None:
        return None
    below = node.below                     # read here ...
    if compare_and_set(node, below):       # ... and used here
        return node
    return None


def slow():
    node = pop()
    if node:
        taken.append(node.name)


def quick():
    first = pop()
    second = pop()
    if first and second:
        taken.append(second.name)          # keeps B, puts A back
        first.below = None
        if not compare_and_set(None, first):
            taken.append(first.name)
    elif first:
        taken.append(first.name)


threads = [threading.Thread(target=slow), threading.Thread(target=quick)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
while True:
    left = pop()
    if left is None:
        break
    taken.append(left.name)
print(taken)
