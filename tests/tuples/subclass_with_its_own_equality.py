class Loud(tuple):
    def __eq__(self, other):
        print("eq")
        return tuple.__eq__(self, other)

    __hash__ = tuple.__hash__


class Constant(tuple):
    def __hash__(self):
        return 7


class Plain(tuple):
    pass


print({Plain((1, 2)): "found"}[1, 2], {(1, 2): "found"}[Plain((1, 2))])  # expect: found found
print((1, (2, 3)) == Plain((1, Plain((2, 3)))), Plain((1,)) == (2,), (1.0, True) == (1, 1))  # expect: True False True
# expect: eq
print({(1, 2): "found"}[Loud((1, 2))])  # expect: found
# expect: eq
print((1, 2) == Loud((1, 2)))  # expect: True
print(hash(Constant((1,))), hash(Plain((1, 2))) == hash((1, 2)))  # expect: 7 True
nan = float("nan")
print((nan,) == (nan,), (1, 2) == [1, 2], (1, 2) in {(1, 2)}, (1, [2]) == (1, [2]))  # expect: True False True True
try:
    hash((1, [2]))
except TypeError as problem:
    print(problem)  # expect: unhashable type: 'list'


class Wrong:
    def __eq__(self, other):
        raise ValueError("in eq")


try:
    (1, Wrong()) == (1, Wrong())
except ValueError as problem:
    print(problem)  # expect: in eq
deep = ()
other = ()
for _ in range(100_000):
    deep = (deep,)
    other = (other,)
try:
    deep == other
except RecursionError as problem:
    print("too deep")  # expect: too deep
