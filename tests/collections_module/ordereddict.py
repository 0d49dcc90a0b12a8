from collections import OrderedDict
d = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
d.move_to_end("a")
d.move_to_end("c", last=False)
print(d, list(d), d.popitem(), d.popitem(last=False), d)
# expect: OrderedDict([('b', 2)]) ['c', 'b', 'a'] ('a', 1) ('c', 3) OrderedDict([('b', 2)])
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1})  # expect: False True
print(list(reversed(OrderedDict(x=1, y=2))))  # expect: ['y', 'x']
try:
    d.move_to_end("zz")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'zz'
