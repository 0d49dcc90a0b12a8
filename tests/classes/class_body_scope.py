x = "global"
class A:
    x = "class"
    y = x + "!"
    def f(self): return x
    z = [x for _ in range(1)]
    g = lambda self: x
    if True:
        cond = "set"
    for i in range(2): pass
    del i
print(A.x, A.y, A().f(), A.z, A().g(), A.cond, hasattr(A, "i"))
# expect: class class! global ['global'] global set False
def outer():
    x = "enclosing"
    class B:
        y = x
        x = "own"
        def f(self): return x
    return B
try:
    outer()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
def outer2():
    x = "enclosing"
    class C:
        y = x
        def f(self): return x
    return C.y, C().f()
print(outer2())  # expect: ('enclosing', 'enclosing')
