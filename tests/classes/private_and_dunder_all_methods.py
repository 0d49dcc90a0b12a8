class V:
    def __init__(self, *v): self.v = v
    def __len__(self): return len(self.v)
    def __getitem__(self, i): return self.v[i]
    def __reversed__(self): return iter(self.v[::-1])
    def __bool__(self): return any(self.v)
    def __contains__(self, x): return x in self.v
    def __length_hint__(self): return 1
    def __index__(self): return 2
    def __dir__(self): return ["b", "a"]
    def __sizeof__(self): return 1
    def __bytes__(self): return b"by"
v = V(1, 2, 3)
print(len(v), v[0], v[-1], v[1:], list(reversed(v)), bool(v), bool(V(0)), 2 in v, [9, 8, 7][v])
# expect: 3 1 3 (2, 3) [3, 2, 1] True False True 7
print(dir(v), bytes(v), list(v))  # expect: ['a', 'b'] b'by' [1, 2, 3]
