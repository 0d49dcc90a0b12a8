def f(a, b): return a // b, a % b
errors = 0
for i in range(1000):
    try: f(10, i % 5)
    except ZeroDivisionError: errors += 1
print(errors, f(7, 2), f(-7, 2), f(7.5, 2))  # expect: 200 (3, 1) (-4, 1) (3.0, 1.5)
try:
    f(1, 0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: integer division or modulo by zero
try:
    f(1.0, 0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: float floor division by zero
try:
    f("a", 0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for //: 'str' and 'int'
print("%s" % f(2 ** 70, 3)[1])  # expect: 1
