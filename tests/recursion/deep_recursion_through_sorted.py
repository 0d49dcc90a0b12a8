def f(n):
    if n == 0: return 0
    return sorted([n], key=lambda x: f(n - 1))[0]
print(f(100))  # expect: 100
try:
    f(100000)
except RecursionError:
    print("RecursionError")  # expect: RecursionError
