print([f() for f in [lambda i=i: i * i for i in range(4)]])  # expect: [0, 1, 4, 9]
