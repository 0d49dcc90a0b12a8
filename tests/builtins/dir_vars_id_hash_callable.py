class A:
    x = 1
    def __init__(self): self.y = 2
a = A()
print([n for n in dir(a) if n[0] != "_"], vars(a), id(a) == id(a), callable(a), callable(A))
# expect: ['x', 'y'] {'y': 2} True False True
print("append" in dir([]), "__len__" in dir(str))  # expect: True True
import math
print("sqrt" in dir(math), len(dir()) > 3, hash("a") == hash("a"), id(None) == id(None))
# expect: True True True True
try:
    hash([])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'list'
try:
    hash({})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'dict'
try:
    id()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: id() takes exactly one argument (0 given)
