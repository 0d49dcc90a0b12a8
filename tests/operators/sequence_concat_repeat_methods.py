print([1].__add__([2]), "a".__mul__(3), (1,).__rmul__(2), [1].__iadd__((2, 3)), [0].__contains__(0))
# expect: [1, 2] aaa (1, 1) [1, 2, 3] True
try:
    [1] + (2,)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only concatenate list (not "tuple") to list
try:
    (1,) + [2]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only concatenate tuple (not "list") to tuple
try:
    "a" + b"b"
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only concatenate str (not "bytes") to str
try:
    [1] * [2]
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: can't multiply sequence by non-int of type 'list'
