"""Doubly recursive calls."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print("fib_calls", fib(34))
