def f(a, b): return a - b, a * b
seen = set()
for i in range(2000):
    kind = i // 250 % 4
    a, b = ((i, 3), (i + 0.5, 2.0), (i * 10 ** 18, 7), (True, i))[kind]
    seen.add((type(f(a, b)[0]).__name__, type(f(a, b)[1]).__name__))
print(sorted(seen), f(10, 3), f(2.5, 2), f(2 ** 62, 2 ** 62), f(5, 0))
# expect: [('float', 'float'), ('int', 'int')] (7, 30) (0.5, 5.0) (0, 21267647932558653966460912964485513216) (5, 0)
try:
    f("a", "b")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for -: 'str' and 'str'
print(f(3, 4))  # expect: (-1, 12)
