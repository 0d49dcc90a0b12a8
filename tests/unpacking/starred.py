a, *b = [1, 2, 3]
*c, d = "xyz"
e, *f, g = (1, 2)
(h, *i), *j = [(1, 2, 3), 4]
*k, = range(3)
[l, *m] = [1]
print(a, b, c, d, e, f, g, h, i, j, k, l, m)  # expect: 1 [2, 3] ['x', 'y'] z 1 [] 2 1 [2, 3] [4] [0, 1, 2] 1 []
for x, *y in [(1, 2, 3), "ab"]: print(x, y)
# expect: 1 [2, 3]
# expect: a ['b']
