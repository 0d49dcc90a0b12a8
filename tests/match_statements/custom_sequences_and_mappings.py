class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return i
match Seq():
    case [a, b]: print("sequence")
    case _: print("not registered")  # expect: not registered
class L(list): pass
match L([1, 2]):
    case [a, b]: print(a, b)  # expect: 1 2
import collections
match collections.deque([1, 2, 3]):
    case [x, *y]: print(x, y)  # expect: 1 [2, 3]
match collections.OrderedDict(a=1):
    case {"a": v}: print(v)  # expect: 1
match collections.namedtuple("P", "x y")(1, 2):
    case (x, y): print(x, y)  # expect: 1 2
