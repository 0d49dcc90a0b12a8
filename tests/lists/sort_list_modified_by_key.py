x = [3, 1, 2]
def key(value):
    x.append(value)
    return value
try:
    x.sort(key=key)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: list modified during sort
print(sorted(x)[:3])  # expect: [1, 2, 3]
y = [3, 1, 2]
y.sort(key=lambda value: len(y))
print(y)  # expect: [3, 1, 2]
