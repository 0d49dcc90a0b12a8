def f(x):
    match x:
        case {"type": "circle", "r": r}: return ("circle", r)
        case {"type": kind, **rest}: return (kind, rest)
        case {1: one, None: none}: return (one, none)
        case {}: return "any mapping"
        case _: return "no"
print(f({"type": "circle", "r": 5, "extra": 1}), f({"type": "sq", "a": 1}), f({1: "x", None: "y"}))
# expect: ('circle', 5) ('sq', {'a': 1}) ('x', 'y')
print(f({}), f({"q": 1}), f([]))  # expect: any mapping any mapping no
class D(dict):
    def __missing__(self, k): return "made"
match D():
    case {"x": v}: print("matched", v)
    case _: print("missing not used")  # expect: missing not used
