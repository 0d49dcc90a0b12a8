a, b = 1, 2
(c, d), e = (3, 4), 5
[f, [g, h]] = "x", "yz"
a, b = b, a
i, = [9]
(j) = 7
k = l = m = []
print(a, b, c, d, e, f, g, h, i, j, k is l is m)  # expect: 2 1 3 4 5 x y z 9 7 True
x, y = {1: "a", 2: "b"}
p, q = range(2)
r, s = (n * n for n in (2, 3))
print(x, y, p, q, r, s)  # expect: 1 2 0 1 4 9
() = ()
[] = ""
