def fact(n): return 1 if n < 2 else n * fact(n - 1)
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
def ack(m, n):
    if m == 0: return n + 1
    return ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(fact(30), even(50), odd(51), hanoi(8, "a", "b", "c"), ack(2, 3))
# expect: 265252859812191058636308480000000 True True 255 9
