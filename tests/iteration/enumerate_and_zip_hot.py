total = 0
for i, x in enumerate(range(10, 2000)): total += i * x
for a, b in zip(range(2000), [1.5] * 1000 + ["s"] * 500):
    if b == "s": break
    total += a * b
for i, (a, b) in enumerate(zip("abc", [1, 2, 3]), 2 ** 62): total += i - 2 ** 62 + b
for k, v in {i: i * i for i in range(500)}.items(): total += k + v
print(total)  # expect: 2687092924.0
def f(it): return [a for a, b in it]
for _ in range(100): f(zip([1], [2])); f(enumerate("a")); f({1: 2}.items()); f([(1, 2)])
print(f(zip("ab", "cd")), f(["xy"]), f({5: 6}.items()))  # expect: ['a', 'b'] ['x'] [5]
try:
    f(enumerate([]) and [(1, 2, 3)])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: too many values to unpack (expected 2)
try:
    f([5])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: cannot unpack non-iterable int object
