def un(x):
    a, b = x
    return a, b
class P:
    def __iter__(self): return iter(("i", "j"))
things = [(1, 2), [3, 4], "xy", {5: 0, 6: 0}, range(2), P(), iter([7, 8]), b"ab"]
for t in [(1, 2)] * 300: un(t)
print([un(t) for t in things])  # expect: [(1, 2), (3, 4), ('x', 'y'), (5, 6), (0, 1), ('i', 'j'), (7, 8), (97, 98)]
for bad in ((1,), (1, 2, 3), [1], "abc", 5, None):
    try:
        un(bad)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
# expect: ValueError: not enough values to unpack (expected 2, got 1)
# expect: ValueError: too many values to unpack (expected 2)
# expect: ValueError: not enough values to unpack (expected 2, got 1)
# expect: ValueError: too many values to unpack (expected 2)
# expect: TypeError: cannot unpack non-iterable int object
# expect: TypeError: cannot unpack non-iterable NoneType object
for t in [[1, 2]] * 300: un(t)
print(un((9, 9)))  # expect: (9, 9)
