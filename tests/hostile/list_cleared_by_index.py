class Evil:
    def __init__(self, target): self.target = target
    def __index__(self):
        self.target.clear()
        return 0
x = [1, 2, 3]
try:
    x[Evil(x)]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: list index out of range
x = [1, 2, 3]
try:
    x[Evil(x)] = 5
except IndexError as error: print(error)  # expect: list assignment index out of range
x = [1, 2, 3]
print(x[Evil(x):], x)  # expect: [] []
x = [1, 2, 3]
x[Evil(x):3] = [9]
print(x)  # expect: [9]
x = [1, 2, 3]
del x[Evil(x):2]
print(x)  # expect: []
x = [1, 2, 3]
x.insert(Evil(x), 7)
print(len(x) <= 4)  # expect: True
x = [1, 2, 3]
try:
    x.pop(Evil(x))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: pop from empty list
x = [1, 2]
print("done")  # expect: done
