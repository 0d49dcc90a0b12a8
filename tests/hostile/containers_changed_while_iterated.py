x = [1, 2, 3]
for v in x: x.clear()
d = {i: i for i in range(5)}
try:
    [d.clear() for v in d]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: RuntimeError: dictionary changed size during iteration
s = {1, 2, 3}
try:
    [s.clear() for v in s]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: RuntimeError: Set changed size during iteration
d = {1: 1}
it = iter(d)
d.clear()
d[5] = 5
try:
    next(it)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
x = [1, 2, 3]
it = iter(x)
next(it)
x[:] = []
print(list(it), list(zip(x, x)))  # expect: [] []
x = [1, 2, 3]
print([x.pop() for v in x], list(map(lambda v: x.append(v) if len(x) < 5 else v, [1, 2])))
# expect: [3, 2] [None, None]
x = list(range(5))
print([x.remove(v) for v in reversed(x)], x)  # expect: [None, None, None, None, None] []
b = bytearray(b"abc")
for v in b: b.clear()
print(b)  # expect: bytearray(b'')
