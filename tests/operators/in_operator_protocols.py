class Contains:
    def __contains__(self, item): return item == "yes" and 5
class Iterates:
    def __iter__(self): return iter([1, 2, 3])
class Gets:
    def __getitem__(self, index):
        if index > 3: raise IndexError
        return index * index
class Blocks:
    __contains__ = None
    def __iter__(self): return iter([1])
print("yes" in Contains(), "no" in Contains(), "no" not in Contains(), 2 in Iterates())
# expect: True False True True
print(5 in Iterates(), 9 in Gets(), 5 in Gets())  # expect: False True False
try:
    1 in 5
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: argument of type 'int' is not iterable
try:
    1 in Blocks()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'Blocks' object is not a container
try:
    1 not in None
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: argument of type 'NoneType' is not iterable
