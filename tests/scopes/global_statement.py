x = 1
def f():
    global x, y
    x += 1
    y = "new"
def g():
    x = "local"
    def h():
        global x
        return x
    return h(), x
f()
print(x, y, g())  # expect: 2 new (2, 'local')
class A:
    global z
    z = 5
print(z, hasattr(A, "z"))  # expect: 5 False
