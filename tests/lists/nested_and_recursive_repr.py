x = [1, [2, [3, []]]]
print(x, str(x), repr([None, True, 1.5, "s", b"b", (1,), {1: 2}, {3}]))
# expect: [1, [2, [3, []]]] [1, [2, [3, []]]] [None, True, 1.5, 's', b'b', (1,), {1: 2}, {3}]
y = [1]
y.append(y)
print(y, y == y, y[1] is y)  # expect: [1, [...]] True True
d = {}
d["self"] = d
print(d, ([y],))  # expect: {'self': {...}} ([[1, [...]]],)
