from _run import together

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)

results = []
together(lambda number: results.append((fib(13), deep(500))))
print(set(results))                                  # expect: {(233, 500)}
