class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    a = A("local")
    print("returning")
f()
# expect: returning
# expect: del local
print("after f")  # expect: after f
def g():
    a = A("raised")
    raise ValueError
try:
    g()
except ValueError:
    print("handler")
# expect: handler
# expect: del raised
print("after handler")  # expect: after handler
def h():
    a = A("kept by closure")
    return lambda: a
k = h()
print("closure alive")  # expect: closure alive
del k  # expect: del kept by closure
