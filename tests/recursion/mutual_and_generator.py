def g(n):
    yield n
    if n: yield from g(n - 1)
print(sum(g(200)))  # expect: 20100
try:
    list(g(10 ** 6))
except RecursionError:
    print("RecursionError")  # expect: RecursionError
