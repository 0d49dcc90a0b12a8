# copy.copy makes a new object with the same contents, copy.deepcopy copies what is inside once.
import copy
from collections import OrderedDict, defaultdict, deque


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a, self.b = [1], [2]


class Tags(list):
    pass


class Own:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deeply copied"


class Stateful:
    def __init__(self):
        self.value = 1

    def __getstate__(self):
        return {"value": self.value + 10}

    def __setstate__(self, state):
        self.value = state["value"] + 100


inner = [1, 2]
print(copy.copy([inner, inner])[0] is inner)  # expect: True
deep = copy.deepcopy([inner, inner])
print(deep, deep[0] is inner, deep[0] is deep[1])  # expect: [[1, 2], [1, 2]] False True
point = Point([1], {"k": [2]})
shallow, deep = copy.copy(point), copy.deepcopy(point)
print(shallow.x is point.x, deep.x is point.x, deep.y)  # expect: True False {'k': [2]}
slotted = Slotted()
print(copy.copy(slotted).a is slotted.a, copy.deepcopy(slotted).b == [2], copy.deepcopy(slotted).b is slotted.b)
# expect: True True False
tags = Tags([inner])
tags.name = "n"
twin = copy.deepcopy(tags)
print(type(twin).__name__, twin, twin.name, twin[0] is inner)  # expect: Tags [[1, 2]] n False
print(copy.copy(Own()), copy.deepcopy(Own()), copy.deepcopy([Own()]))
# expect: copied deeply copied ['deeply copied']
print(copy.copy(Stateful()).value, copy.deepcopy(Stateful()).value)  # expect: 111 111
loop = []
loop.append((loop,))
twin = copy.deepcopy(loop)
print(twin[0][0] is twin, twin is loop)  # expect: True False
constant = (1, "a", (2.5, None))
print(copy.deepcopy(constant) is constant)  # expect: True
changed = copy.deepcopy((1, inner))
print(changed, changed[1] is inner)  # expect: (1, [1, 2]) False
ordered = copy.deepcopy(OrderedDict(a=[1], b=[2]))
print(list(ordered.items()))  # expect: [('a', [1]), ('b', [2])]
counts = copy.deepcopy(defaultdict(list, {1: [2]}))
print(counts[5], counts[1], counts.default_factory)  # expect: [] [2] <class 'list'>
print(copy.deepcopy(deque([[1]], 3)), copy.copy({1, 2}), copy.deepcopy({(1, 2)}))
# expect: deque([[1]], maxlen=3) {1, 2} {(1, 2)}
error = copy.deepcopy(ValueError("a", [1]))
print(repr(error))  # expect: ValueError('a', [1])
print(copy.copy(len) is len, copy.deepcopy(Point) is Point)  # expect: True True
try:
    copy.copy(x for x in ())
except TypeError as error:
    print(error)  # expect: cannot pickle 'generator' object
print(copy.deepcopy(bytearray(b"ab")), copy.copy(frozenset([1])), copy.deepcopy(range(3)), copy.copy(slice(1, 2)))
# expect: bytearray(b'ab') frozenset({1}) range(0, 3) slice(1, 2, None)
