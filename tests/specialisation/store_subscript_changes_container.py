def put(c, k, v): c[k] = v
class M:
    def __setitem__(self, k, v): print("M", k, v)
x, d = [0, 0], {}
for i in range(300): put(x, i % 2, i)
for i in range(300): put(d, i % 5, i)
put(M(), 1, 2)  # expect: M 1 2
put(bytearray(2), 0, 5)
try:
    put(x, 2, 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: list assignment index out of range
try:
    put((1,), 0, 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'tuple' object does not support item assignment
try:
    put("s", 0, 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object does not support item assignment
print(x, d)  # expect: [298, 299] {0: 295, 1: 296, 2: 297, 3: 298, 4: 299}
for i in range(300): put(x, -1, i)
print(x)  # expect: [298, 299]
