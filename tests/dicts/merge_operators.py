a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, {**a, **b}, {**b, "y": 9}, a)
# expect: {'x': 1, 'y': 3, 'z': 4} {'y': 2, 'z': 4, 'x': 1} {'x': 1, 'y': 3, 'z': 4} {'y': 9, 'z': 4} {'x': 1, 'y': 2}
c = a
c |= b
print(a, c is a)  # expect: {'x': 1, 'y': 3, 'z': 4} True
c |= [("k", 1)]
print(c)  # expect: {'x': 1, 'y': 3, 'z': 4, 'k': 1}
try:
    a | [("k", 1)]
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for |: 'dict' and 'list'
try:
    a | 5
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for |: 'dict' and 'int'
