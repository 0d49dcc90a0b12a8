import sys
old = sys.getrecursionlimit()
print(old)  # expect: 1000
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
sys.setrecursionlimit(200)
low = depth(0)
sys.setrecursionlimit(3000)
high = depth(0)
print(100 < low < 200, 2800 < high < 3000)  # expect: True True
try:
    sys.setrecursionlimit(0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: recursion limit must be greater or equal than 1
try:
    sys.setrecursionlimit("x")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
