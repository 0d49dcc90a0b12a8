x = list(range(6))
x[1:3] = ["a", "b", "c"]
print(x)  # expect: [0, 'a', 'b', 'c', 3, 4, 5]
x[1:4] = []
print(x)  # expect: [0, 3, 4, 5]
x[1:1] = [7, 8]
print(x)  # expect: [0, 7, 8, 3, 4, 5]
x[::2] = "xyz"
print(x)  # expect: ['x', 7, 'y', 3, 'z', 5]
x[:] = range(3)
print(x)  # expect: [0, 1, 2]
x[5:] = [9]
print(x)  # expect: [0, 1, 2, 9]
x[2:1] = ["in"]
print(x)  # expect: [0, 1, 'in', 2, 9]
x[:] = x
x[1:2] = x
print(x)  # expect: [0, 0, 1, 'in', 2, 9, 'in', 2, 9]
try:
    x[::2] = [1]
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: attempt to assign sequence of size 1 to extended slice of size 5
try:
    x[0:1] = 5
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only assign an iterable
try:
    x[::-1] = [1]
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: attempt to assign sequence of size 1 to extended slice of size 9
