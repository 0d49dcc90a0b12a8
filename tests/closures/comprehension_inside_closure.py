def f(n):
    def g(): return [n * x for x in range(n)]
    n += 1
    return g()
print(f(2), (lambda k: [(lambda: k + j)() for j in range(3)])(10))  # expect: [0, 3, 6] [10, 11, 12]
