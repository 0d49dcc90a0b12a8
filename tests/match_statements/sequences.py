def f(x):
    match x:
        case []: return "empty"
        case [a]: return ("one", a)
        case [1, b]: return ("starts 1", b)
        case [a, b]: return ("two", a, b)
        case [first, *rest, last]: return (first, rest, last)
        case _: return "no"
print(f([]), f([5]), f([1, 2]), f((3, 4)), f(range(5)), f("ab"), f(b"ab"), f({1: 2}), f(iter([1])), f([1, 2, 3]))
# expect: empty ('one', 5) ('starts 1', 2) ('two', 3, 4) (0, [1, 2, 3], 4) no no no no (1, [2], 3)
match [1, 2, 3, 4]:
    case [*_, 4]: print("ends in 4")  # expect: ends in 4
match (1, (2, [3, 4])):
    case a, (b, [c, d]): print(a, b, c, d)  # expect: 1 2 3 4
match [1]:
    case (only): print(only)  # expect: [1]
match [1]:
    case (only,): print(only)  # expect: 1
