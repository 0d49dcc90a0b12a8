x = [1, 2, 3]
x[1] = 2.5
x.append("s")
x[0] = 2 ** 70
x.append(None)
print(x, x[0] + 1, x[1] * 2)  # expect: [1180591620717411303424, 2.5, 3, 's', None] 1180591620717411303425 5.0
y = [1.5, 2.5]
y.append(3)
y[0] = "t"
print(y, [type(v).__name__ for v in y])  # expect: ['t', 2.5, 3] ['str', 'float', 'int']
