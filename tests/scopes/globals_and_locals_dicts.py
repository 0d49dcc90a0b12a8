x = 1
globals()["made"] = 5
print(made, globals() is globals(), "x" in globals(), locals() is globals(), __name__)
# expect: 5 True True True __main__
def f(a):
    b = 2
    return sorted(locals().items())
print(f(1))  # expect: [('a', 1), ('b', 2)]
class A:
    y = 1
    inside = sorted(k for k in locals() if k[0] != "_")
print(A.inside)  # expect: ['y']
def g():
    v = 1
    def h(): return v
    return locals().keys() - {"h"}
print(g())  # expect: {'v'}
