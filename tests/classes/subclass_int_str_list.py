class N(int):
    def __new__(cls, v, tag):
        self = super().__new__(cls, v)
        self.tag = tag
        return self
    def __add__(self, other): return N(int(self) + int(other), "sum")
n = N(5, "t")
m = n + 3
print(n, n.tag, m, m.tag, type(m).__name__, n * 2, sum([1, n]), n < 6, {5: "k"}[n])
# expect: 5 t 8 sum N 10 6 True k
print(isinstance(n, int), n.bit_length())  # expect: True 3
class L(list):
    def __init__(self, *items): super().__init__(items)
    def append(self, v): super().append(v * 2)
l = L(1, 2)
l.append(5)
print(l, l[0:2], len(l), l + [1], type(l + [1]).__name__, l == [1, 2, 10])
# expect: [1, 2, 10] [1, 2] 3 [1, 2, 10, 1] list True
