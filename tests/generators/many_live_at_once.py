def g(n):
    while True:
        yield n
        n += 1
gens = [g(i) for i in range(1000)]
total = 0
for _ in range(3):
    total += sum(next(it) for it in gens)
print(total)  # expect: 1501500
