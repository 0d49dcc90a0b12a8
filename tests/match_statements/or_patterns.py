def f(x):
    match x:
        case 1 | 2 | 3: return "small"
        case "a" | "b" as letter: return letter
        case [1, x] | [x, 1]: return ("with one", x)
        case {"k": v} | [_, v]: return v
    return "no"
print(f(2), f("b"), f([1, 5]), f([6, 1]), f({"k": 9}), f([7, 8]), f(4))
# expect: small b ('with one', 5) ('with one', 6) 9 8 no
