class A:
    def __repr__(self): return repr([self])
    def __eq__(self, other): return [self] == [other]
    def __lt__(self, other): return sorted([self, other])
    def __hash__(self): return hash((self,))
    def __len__(self): return len(self)
    def __call__(self): return list(map(lambda x: x(), [self]))
    def __iter__(self): return iter(list(self))
    def __add__(self, other): return sum([self, other], self)
    def __getattr__(self, n): return getattr(self, n)
    def __str__(self): return f"{self}"
    def __bool__(self): return not self
    def __contains__(self, x): return x in self
    def __format__(self, s): return format(self, s)
    def __getitem__(self, i): return self[i]
    def __index__(self): return [1][self]
a = A()
for f in (repr, lambda a: a == A(), lambda a: a < A(), hash, len, lambda a: a(), list, lambda a: a + a,
        lambda a: a.zz, str, bool, lambda a: 1 in a, lambda a: f"{a:x}", lambda a: a[0], lambda a: [1, 2][a],
        lambda a: max([a, a]), lambda a: {a: 1}):
    try:
        f(a)
        print("no error")
    except RecursionError:
        print("RecursionError", end=",")
print()
# expect: RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,RecursionError,
