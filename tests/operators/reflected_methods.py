class R:
    def __radd__(self, other): return f"{other} radd"
    def __rsub__(self, other): return f"{other} rsub"
    def __rmul__(self, other): return f"{other} rmul"
    def __rtruediv__(self, other): return f"{other} rtruediv"
    def __rfloordiv__(self, other): return f"{other} rfloordiv"
    def __rmod__(self, other): return f"{other} rmod"
    def __rpow__(self, other): return f"{other} rpow"
    def __rmatmul__(self, other): return f"{other} rmatmul"
    def __rlshift__(self, other): return f"{other} rlshift"
    def __rrshift__(self, other): return f"{other} rrshift"
    def __rand__(self, other): return f"{other} rand"
    def __ror__(self, other): return f"{other} ror"
    def __rxor__(self, other): return f"{other} rxor"
    def __rdivmod__(self, other): return f"{other} rdivmod"
r = R()
print(1 + r, 2 - r, 3 * r, 4 / r, 5 // r, 6 % r, 7 ** r, 8 @ r, 9 << r, 10 >> r, 11 & r, 12 | r, 13 ^ r,
        divmod(14, r), sep="; ")
# expect: 1 radd; 2 rsub; 3 rmul; 4 rtruediv; 5 rfloordiv; 6 rmod; 7 rpow; 8 rmatmul; 9 rlshift; 10 rrshift; 11 rand; 12 ror; 13 rxor; 14 rdivmod
print(1.5 + r, "s" + r, [1] + r, (1,) * r, None - r)  # expect: 1.5 radd s radd [1] radd (1,) rmul None rsub
