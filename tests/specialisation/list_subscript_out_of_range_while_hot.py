x = [1, 2, 3]
def get(i): return x[i]
for i in range(900): get(i % 3)
for i in (3, -4, 10 ** 30, "a", 1.5, None):
    try:
        get(i)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
# expect: IndexError: list index out of range
# expect: IndexError: list index out of range
# expect: IndexError: cannot fit 'int' into an index-sized integer
# expect: TypeError: list indices must be integers or slices, not str
# expect: TypeError: list indices must be integers or slices, not float
# expect: TypeError: list indices must be integers or slices, not NoneType
print(get(-1), get(True), get(slice(1)))  # expect: 3 2 [1]
x.pop()
try:
    get(2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: list index out of range
x = {2: "dict now", -1: "neg"}
print(get(2), get(-1))  # expect: dict now neg
x = "string"
print(get(2))  # expect: r
x = (9, 8, 7)
print(get(2))  # expect: 7
