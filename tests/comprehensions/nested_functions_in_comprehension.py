print([(lambda v: v + n)(1) for n in range(3)], [f(2) for f in [lambda x, k=k: x ** k for k in range(4)]])
# expect: [1, 2, 3] [1, 2, 4, 8]
