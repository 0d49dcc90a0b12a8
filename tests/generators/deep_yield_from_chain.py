def chain(n):
    if n:
        yield from chain(n - 1)
    yield n
print(sum(chain(300)), list(chain(3)))  # expect: 45150 [0, 1, 2, 3]
