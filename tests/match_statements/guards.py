def f(x):
    match x:
        case [a, b] if a == b: return "same"
        case [a, b] if a > b: return "down"
        case int() if x > 100: return "big"
        case _ if isinstance(x, str): return "text"
    return "none"
print(f([1, 1]), f([2, 1]), f([1, 2]), f(500), f(5), f("s"))  # expect: same down none big none text
