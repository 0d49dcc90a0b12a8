class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind and kind.__name__, error, trace is not None)
        return self.swallow
with M("a") as a, M("b") as b:
    print(a, b)
# expect: enter a
# expect: enter b
# expect: A B
# expect: exit b None None False
# expect: exit a None None False
with M("s", True):
    raise ValueError("swallowed")
# expect: enter s
# expect: exit s ValueError swallowed True
try:
    with M("outer"), M("inner"):
        raise KeyError("k")
except KeyError:
    print("caught")
# expect: enter outer
# expect: enter inner
# expect: exit inner KeyError 'k' True
# expect: exit outer KeyError 'k' True
# expect: caught
