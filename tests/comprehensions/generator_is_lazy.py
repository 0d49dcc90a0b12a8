def noisy(n):
    for i in range(n):
        print("make", i)
        yield i
g = (i * 10 for i in noisy(3))
print("created")  # expect: created
print(next(g))
# expect: make 0
# expect: 0
print(list(g))
# expect: make 1
# expect: make 2
# expect: [10, 20]
