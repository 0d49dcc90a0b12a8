class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r,
            c)) for c in zip(*o.rows)] for r in self.rows])
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]]
    def __pow__(self, n):
        if n == 0: return Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))])
        half = self ** (n // 2)
        return half @ half @ self if n % 2 else half @ half
    def __eq__(self, o): return self.rows == o.rows
    def __repr__(self): return "\n".join(" ".join(map(str, r)) for r in self.rows)
    @property
    def T(self): return Matrix(zip(*self.rows))
    def det(self):
        if len(self.rows) == 1: return self.rows[0][0]
        return sum((-1) ** j * v * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j,
                v in enumerate(self.rows[0]))
f = Matrix([[1, 1], [1, 0]])
print((f ** 90)[0, 1], (f ** 3).T == f ** 3, Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det())
# expect: 2880067194370816120 True 18
print(2 * f + f @ f)
# expect: 4 3
# expect: 3 1
