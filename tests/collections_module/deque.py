from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], len(d), 3 in d, d.pop(), d.popleft(), d, list(reversed(d)))
# expect: deque([2, 3], maxlen=4) 4 0 4 4 True 4 0 deque([2, 3], maxlen=4) [3, 2]
d = deque("abcde")
d.rotate(2)
print(d)  # expect: deque(['d', 'e', 'a', 'b', 'c'])
d.rotate(-1)
d.extend("xy")
d.extendleft("12")
print(d, d.index("x"), d.count("a"), d.copy() == d, deque([1]) < deque([2]))
# expect: deque(['2', '1', 'e', 'a', 'b', 'c', 'd', 'x', 'y']) 7 1 True True
d.remove("x")
d[0] = "first"
del d[1]
d.insert(1, "in")
d.reverse()
print(d, deque([1, 2]) + deque([3]), deque([1]) * 3)
# expect: deque(['y', 'd', 'c', 'b', 'a', 'e', 'in', 'first']) deque([1, 2, 3]) deque([1, 1, 1])
d.clear()
try:
    d.pop()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: pop from an empty deque
try:
    d.popleft()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: pop from an empty deque
try:
    d[0]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: deque index out of range
try:
    d.remove(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: 1 is not in deque
def bad():
    q = deque([1, 2])
    for x in q: q.append(1)
try:
    bad()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: RuntimeError: deque mutated during iteration
