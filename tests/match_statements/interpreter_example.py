def evaluate(node):
    match node:
        case int() | float(): return node
        case ("+", a, b): return evaluate(a) + evaluate(b)
        case ("*", a, b): return evaluate(a) * evaluate(b)
        case ("neg", a): return -evaluate(a)
        case ("if", c, a, b): return evaluate(a) if evaluate(c) else evaluate(b)
        case _: raise ValueError(f"unknown {node!r}")
print(evaluate(("+", 2, ("*", 3, ("neg", 4)))), evaluate(("if", 0, 1, 2.5)))  # expect: -10 2.5
try:
    evaluate(("?", 1))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: unknown ('?', 1)
