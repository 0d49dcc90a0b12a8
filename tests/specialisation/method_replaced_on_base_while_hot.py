class A:
    def m(self): return "A"
class B(A): pass
class C(B): pass
c = C()
def call(): return c.m()
for _ in range(300): call()
A.m = lambda self: "A2"
print(call())  # expect: A2
B.m = lambda self: "B"
print(call())  # expect: B
for _ in range(300): call()
del B.m
print(call())  # expect: A2
A.m = 5
try:
    call()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not callable

A.m = property(lambda self: lambda: "property")
print(call())  # expect: property
