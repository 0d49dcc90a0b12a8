class Version:
    def __init__(self, text): self.parts = tuple(map(int, text.split(".")))
    def __eq__(self, o): return self.parts == o.parts
    def __lt__(self, o): return self.parts < o.parts
    def __le__(self, o): return self.parts <= o.parts
    def __repr__(self): return ".".join(map(str, self.parts))
vs = [Version(t) for t in ("1.10", "1.2", "1.9.1", "0.5")]
print(sorted(vs), max(vs), vs[0] > vs[1], vs[0] >= vs[0], min(vs))
# expect: [0.5, 1.2, 1.9.1, 1.10] 1.10 True True 0.5
