x = [1, 2, 3]
print(x[-10 ** 30:10 ** 30], x[10 ** 30:], "abc"[:2 ** 100], (1, 2)[::2 ** 70], x[::-2 ** 70])
# expect: [1, 2, 3] [] abc (1,) [3]
del x[5:10 ** 25]
print(x)  # expect: [1, 2, 3]
try:
    x[10 ** 30]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: cannot fit 'int' into an index-sized integer
try:
    x[2 ** 63] = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: cannot fit 'int' into an index-sized integer
