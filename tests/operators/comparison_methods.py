class C:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return ("eq", self.n)
    def __ne__(self, other): return ("ne", self.n)
    def __lt__(self, other): return ("lt", self.n)
    def __le__(self, other): return ("le", self.n)
    def __gt__(self, other): return ("gt", self.n)
    def __ge__(self, other): return ("ge", self.n)
c = C(1)
print(c == 5, c != 5, c < 5, c <= 5, c > 5, c >= 5)
# expect: ('eq', 1) ('ne', 1) ('lt', 1) ('le', 1) ('gt', 1) ('ge', 1)
print(5 == c, 5 != c, 5 < c, 5 <= c, 5 > c, 5 >= c)
# expect: ('eq', 1) ('ne', 1) ('gt', 1) ('ge', 1) ('lt', 1) ('le', 1)
