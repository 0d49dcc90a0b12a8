def t(x):
    print(x, end=",")
    return x
def show(*a, **k): print("->", a, k)
show(t(1), *t([2]), k=t(3), **t({"z": 4}))  # expect: 1,[2],3,{'z': 4},-> (1, 2) {'k': 3, 'z': 4}
(t("callee") and show)(t("arg"))  # expect: callee,arg,-> ('arg',) {}
class A:
    def m(self, *a): print("->", a)
    def __getattr__(self, n): print("attr", n, end=","); return self.m
t(A)().other(t(1))  # expect: <class '__main__.A'>,attr other,1,-> (1,)
