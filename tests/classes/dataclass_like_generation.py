def record(*fields):
    def build(cls):
        source = f"def __init__(self, {', '.join(fields)}):\n" + "".join(f"    self.{f} = {f}\n" for f in fields)
        ns = {}
        exec(source, ns)
        cls.__init__ = ns["__init__"]
        cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{f}={getattr(self, f)!r}' for f in fields)})"
        cls.__eq__ = lambda a, b: all(getattr(a, f) == getattr(b, f) for f in fields)
        return cls
    return build
@record("x", "y")
class P: pass
print(P(1, "a"), P(1, 2) == P(1, 2), P(y=5, x=6))  # expect: P(x=1, y='a') True P(x=6, y=5)
try:
    P(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: __init__() missing 1 required positional argument: 'y'
