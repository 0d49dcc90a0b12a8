# The last one counts, also where the values are exchanged without a tuple.
# only: gillab
# CPython 3.11.2 keeps the first; 3.11.3 has mended that.
def twice(x, y):
    a, a = x, y
    return a


def first_and_last(x, y, z):
    a, b, a = x, y, z
    return a, b


def two_of_three(x, y, z):
    a, a, b = x, y, z
    return a, b


print(twice(1, 2), first_and_last(1, 2, 3), two_of_three(1, 2, 3))
# expect: 2 (3, 2) (2, 3)
