big = 10 ** 30
print(slice(1, 2).indices(big))
print(slice(-big, big, None).indices(5))
print(slice(None, None, -big).indices(big))
print(slice(-1, None, 2).indices(big))
for args in ((None, None, 0), big), ((1, 2), -big), ((1, 2), 1.5), (('a', 2), 3):
    try:
        print(slice(*args[0]).indices(args[1]))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# expect: (1, 2, 1)
# expect: (0, 5, 1)
# expect: (999999999999999999999999999999, -1, -1000000000000000000000000000000)
# expect: (999999999999999999999999999999, 1000000000000000000000000000000, 2)
# expect: ValueError slice step cannot be zero
# expect: ValueError length should not be negative
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError slice indices must be integers or None or have an __index__ method
