class A:
    builtin = len
    func = lambda self=None: ("self" if self else "none")
    cls = str
    inst = staticmethod(lambda: "static")
a = A()
print(a.builtin([1, 2]), a.func(), A.func(), a.cls(5), a.inst())  # expect: 2 self none 5 static
