import enum
import pickle


class Slots:
    __slots__ = ("a", "b")


class State:
    def __getstate__(self):
        return {"kept": 1}

    def __setstate__(self, state):
        self.got = state


class New:
    def __new__(cls, a, *, b=0):
        self = object.__new__(cls)
        self.parts = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.parts[0],), {"b": self.parts[1]}


class Reduced:
    def __reduce__(self):
        return list, ((1, 2),), None, iter([3]), None


class Colour(enum.Enum):
    RED = 1


class ByName:
    def __reduce__(self):
        return "the_one"


the_one = ByName()
s = Slots()
s.a = 1
copy = pickle.loads(pickle.dumps(s, 2))
print(copy.a, hasattr(copy, "b"))
print(pickle.loads(pickle.dumps(State())).got)
print([pickle.loads(pickle.dumps(New(1, b=2), p)).parts for p in (2, 3, 4, 5)])
print(pickle.loads(pickle.dumps(Reduced())), pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED)
print(pickle.loads(pickle.dumps(the_one)) is the_one)
loop = [1]
loop.append(loop)
again = pickle.loads(pickle.dumps(loop))
print(again[1] is again)
ring = ([],)
ring[0].append(ring)
again = pickle.loads(pickle.dumps(ring))
print(again[0][0] is again)
shared = ["x"]
a, b = pickle.loads(pickle.dumps((shared, shared)))
print(a is b)
# expect: 1 False
# expect: {'kept': 1}
# expect: [(1, 2), (1, 2), (1, 2), (1, 2)]
# expect: [1, 2, 3] True
# expect: True
# expect: True
# expect: True
# expect: True
