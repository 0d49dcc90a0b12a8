from itertools import count, cycle, repeat, islice, takewhile, dropwhile
print(list(islice(count(5, 2), 4)), list(islice(count(0.5, 0.25), 3)), list(islice(cycle("ab"), 5)))
# expect: [5, 7, 9, 11] [0.5, 0.75, 1.0] ['a', 'b', 'a', 'b', 'a']
print(list(repeat("x", 3)), list(islice(range(10), 2, 8, 3)), list(islice("abc", None)))
# expect: ['x', 'x', 'x'] [2, 5] ['a', 'b', 'c']
print(list(takewhile(lambda x: x < 3, [1, 2, 5, 1])))  # expect: [1, 2]
print(list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), next(count(2 ** 63)))  # expect: [5, 1] 9223372036854775808
try:
    islice([1], -1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
try:
    repeat()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: repeat() missing required argument 'object' (pos 1)
