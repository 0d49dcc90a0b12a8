print(str.upper("abc"), "abc".__len__(), "abc".__contains__("b"), "abc".__add__("d"))  # expect: ABC 3 True abcd
print("abc".__getitem__(1), "abc".__mul__(2), "abc".__eq__(5))  # expect: b abcabc NotImplemented
up = "hello".upper
print(up(), list(map(str.strip, [" a ", "b "])), list(map("{}!".format, "ab")))
# expect: HELLO ['a', 'b'] ['a!', 'b!']
try:
    str.upper(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
try:
    str.upper()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unbound method str.upper() needs an argument
try:
    "abc".upper(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: str.upper() takes no arguments (1 given)
try:
    "abc".nothing
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'str' object has no attribute 'nothing'
