class Evil:
    def __init__(self, target): self.target = target
    def __eq__(self, other):
        self.target.clear()
        return False
x = []
x += [Evil(x), 2, 3]
print(5 in x, x)  # expect: False []
x = []
x += [Evil(x), 2, 3]
try:
    x.index(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: 5 is not in list
x = []
x += [Evil(x), 2, 3]
print(x.count(5))  # expect: 0
x = []
x += [Evil(x), 2, 3]
try:
    x.remove(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: list.remove(x): x not in list
x = []
x += [Evil(x), 2, 3]
print(x == [1, 2, 3])  # expect: False
print("alive")  # expect: alive
