class A:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=" ")
x = [A(i) for i in range(4)]
del x  # expect: 3 2 1 0 list
print("list")
x = tuple(A(i) for i in range(4))
del x  # expect: 3 2 1 0 tuple
print("tuple")
x = {i: A(i) for i in range(4)}
del x  # expect: 0 1 2 3 dict
print("dict")
