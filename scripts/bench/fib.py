"""Doubly recursive calls of one small function."""

N = 35


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


result = fib(N)
if result != 9227465:
    raise SystemExit("wrong answer")
print("fib", result)
