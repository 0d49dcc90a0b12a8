def naturals():
    n = 0
    while True:
        yield n
        n += 1
def take(n, it):
    for _, value in zip(range(n), it):
        yield value
def primes(it):
    p = next(it)
    yield p
    yield from primes(n for n in it if n % p)
start = naturals()
next(start), next(start)
print(list(take(10, primes(start))))  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
