def wrap(f): return lambda: f
f = None
for _ in range(100000):
    f = wrap(f)
del f
print("closures freed")  # expect: closures freed
it = iter([])
for _ in range(50000):
    it = map(str, it)
del it
print("iterators freed")  # expect: iterators freed
