class D:
    def __divmod__(self, other): return ("divmod", other)
    def __pow__(self, other, mod=None): return ("pow", other, mod)
print(divmod(D(), 3), pow(D(), 2), pow(D(), 2, 5), D() ** 4, divmod(7.5, 2), divmod(-7, 2))
# expect: ('divmod', 3) ('pow', 2, None) ('pow', 2, 5) ('pow', 4, None) (3.0, 1.5) (-4, 1)
