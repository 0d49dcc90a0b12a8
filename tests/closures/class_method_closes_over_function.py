def make(n):
    class A:
        size = n
        def get(self): return n
        def set(self, v):
            nonlocal n
            n = v
    return A()
a = make(5)
a.set(7)
print(a.size, a.get())  # expect: 5 7
