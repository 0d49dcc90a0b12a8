s = "abc"
try:
    s[0] = "x"
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object does not support item assignment
try:
    del s[0]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object doesn't support item deletion
try:
    s.name = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'str' object has no attribute 'name'
t = s
t += "d"
print(s, t)  # expect: abc abcd
