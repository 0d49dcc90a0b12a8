class A:
    @property
    def p(self):
        print("get")
        return 5
    @p.setter
    def p(self, v): print("set", v)
    def __getitem__(self, k):
        print("getitem", k)
        return 1
    def __setitem__(self, k, v): print("setitem", k, v)
a = A()
a.p += 1
# expect: get
# expect: set 6
a["k"] -= 3
# expect: getitem k
# expect: setitem k -2
