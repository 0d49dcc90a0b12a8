import collections
def get(c, k): return c[k]
class G:
    def __getitem__(self, k): return ("G", k)
things = [([1, 2], 0), ((3, 4), 1), ("ab", 0), ({"k": 5}, "k"), ({1: 6}, 1), (range(9), 3), (b"a", 0), (G(),
        0), (collections.deque([7]), 0), (collections.defaultdict(int), "z"), (collections.Counter("aa"), "a"),
        (list, int)]
for _ in range(60): out = [get(c, k) for c, k in things]
for c, k in things:
    for _ in range(60): r = get(c, k)
print(out)  # expect: [1, 4, 'a', 5, 6, 3, 97, ('G', 0), 7, 0, 2, list[int]]
try:
    get({}, "k")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'k'
try:
    get([], 0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: list index out of range
try:
    get(5, 0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not subscriptable
