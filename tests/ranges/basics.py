r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[2:4], r[::-1], 5 in r, 6 in r, r.start, r.stop, r.step)
# expect: range(2, 20, 3) [2, 5, 8, 11, 14, 17] 6 2 17 range(8, 14, 3) range(17, -1, -3) True False 2 20 3
print(r.index(8), r.count(5), r.count(6))  # expect: 2 1 0
print(range(5), range(3, 3), list(range(5, 0, -2)), bool(range(0)))
# expect: range(0, 5) range(3, 3) [5, 3, 1] False
print(range(0, 10, 2) == range(0, 9, 2), range(3) == [0, 1, 2])  # expect: True False
print(hash(range(3)) == hash(range(0, 3, 1)), list(reversed(range(4))), range(10)[-3:])
# expect: True [3, 2, 1, 0] range(7, 10)
print(max(range(5)), sum(range(101)), sorted(range(3), reverse=True), 2.0 in range(5))
# expect: 4 5050 [2, 1, 0] True
print(2.5 in range(5), "a" in range(3))  # expect: False False
try:
    range(1, 2, 0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: range() arg 3 must not be zero
try:
    range(1.5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'float' object cannot be interpreted as an integer
try:
    range()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: range expected at least 1 argument, got 0
try:
    range(1, 2, 3, 4)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: range expected at most 3 arguments, got 4
try:
    r[100]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: range object index out of range
try:
    r.index(3)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: 3 is not in range
try:
    r[0] = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'range' object does not support item assignment
