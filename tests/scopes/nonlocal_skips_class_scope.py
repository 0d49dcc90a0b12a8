def f():
    x = "function"
    class A:
        x = "class"
        def m(self):
            nonlocal x
            x = "changed"
            return x
    return A().m(), A.x, x
print(f())  # expect: ('changed', 'class', 'changed')
def g():
    x = 1
    class B:
        nonlocal x
        x = 2
    return x, hasattr(B, "x")
print(g())  # expect: (2, False)
