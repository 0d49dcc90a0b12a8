class Tree:
    def __init__(self, *items): self.items = items
    def __iter__(self):
        for i in self.items: yield from i if isinstance(i, Tree) else [i]
    def pairs(self): yield from zip(self, list(self)[1:])
    @property
    def doubled(self): return (i * 2 for i in self)
    @classmethod
    def build(cls, n):
        yield cls(n)
        if n: yield from cls.build(n - 1)
t = Tree(1, Tree(2, Tree(3)), 4)
print(list(t), list(t.pairs()), list(t.doubled), [list(x) for x in Tree.build(2)])
# expect: [1, 2, 3, 4] [(1, 2), (2, 3), (3, 4)] [2, 4, 6, 8] [[2], [1], [0]]
