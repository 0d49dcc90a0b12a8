class A:
    def m(self): return self
a = A()
print(a.m == a.m, a.m() is a, a.m.__self__ is a, a.m.__func__ is A.m, A.m(a) is a, a.m.__name__)
# expect: True True True True True m
print(hash(a.m) == hash(a.m), a.m != A().m)  # expect: True True
saved = a.m
A.m = lambda self: "new"
print(saved() is a, a.m())  # expect: True new
