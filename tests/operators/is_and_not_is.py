a = []
b = a
print(a is b, a is not b, [] is [], None is None, a is not None, not a is b, (a is b) is True)
# expect: True False False True True False True
