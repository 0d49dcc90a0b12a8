print(True + True, True * 3, True / 2, -True, ~True, True << 3, False ** 0, True == 1)
# expect: 2 3 0.5 -1 -2 8 1 True
print(True & False, True | False, True ^ True, type(True & False).__name__, type(True & 1).__name__)
# expect: False True False bool int
print(type(True + 0).__name__)  # expect: int
print(repr(True), str(False), f"{True}", f"{True:d}", f"{True:>6}", "%d" % True, int(True))
# expect: True False True 1      1 1 1
print(float(False), isinstance(True, int))  # expect: 0.0 True
print([10, 20][True], {True: "yes"}[1], sum([True, False, True]), bool.__mro__)
# expect: 20 yes 2 (<class 'bool'>, <class 'int'>, <class 'object'>)
