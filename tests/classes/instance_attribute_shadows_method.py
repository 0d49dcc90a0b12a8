class A:
    def f(self): return "method"
a = A()
a.f = lambda: "instance"
print(a.f(), A().f())  # expect: instance method
del a.f
print(a.f())  # expect: method
