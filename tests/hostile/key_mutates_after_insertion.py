class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, o): return self.n == o.n
    def __repr__(self): return f"K{self.n}"
k = K(1)
d, s = {k: "x"}, {k}
k.n = 2
print(k in d, K(1) in d, K(2) in s, len(d), list(d.values()))  # expect: False False False 1 ['x']
try:
    d[k]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: K2
d[k] = "again"
print(len(d))  # expect: 2
d.clear()
