def a():
    x = 1
    def b():
        y = 2
        def c():
            nonlocal x, y
            x += 10
            y += 20
            return x, y
        return c, lambda: (x, y)
    return b
c, look = a()()
print(c(), c(), look())  # expect: (11, 22) (21, 42) (21, 42)
