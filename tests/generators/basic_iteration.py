def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
print(list(count(4)), sum(count(10)), [*count(2)], max(count(5)), tuple(count(0)))
# expect: [0, 1, 2, 3] 45 [0, 1] 4 ()
g = count(2)
print(next(g), next(g), next(g, "end"), next(g, "still"), iter(g) is g)  # expect: 0 1 end still True
try:
    next(g)
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: StopIteration: .
