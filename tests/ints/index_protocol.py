class Three:
    def __index__(self):
        return 3
print([0, 1, 2, "third"][Three()], list(range(Three())), hex(Three()), int(Three()), "ab" * Three())
# expect: third [0, 1, 2] 0x3 3 ababab
print([1, 2, 3, 4, 5][Three():], 2 ** 5)  # expect: [4, 5] 32
index = 1.0
try:
    [1][index]
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: list indices must be integers or slices, not float
try:
    range("3")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
