class Path(str):
    def __truediv__(self, o): return Path(f"{self}/{o}")
    def __eq__(self, o): return str.__eq__(self.lower(), str(o).lower())
    def __hash__(self): return hash(self.lower())
    def __len__(self): return 99
p = Path("a") / "B" / "c"
print(p, p == "A/b/C", hash(p) == hash(Path("A/B/C")), len(p), str.__len__(p))  # expect: a/B/c True True 99 5
print({p: 1}[Path("a/b/c")], p.upper(), type(p.upper()).__name__, p in ["A/B/C"])  # expect: 1 A/B/C str True
