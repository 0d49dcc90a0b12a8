class A:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=",")
x = [A(i) for i in range(4)]
del x
print("list")  # expect: 3,2,1,0,list
x = tuple(A(i) for i in range(4))
del x
print("tuple")  # expect: 3,2,1,0,tuple
x = {i: A(i) for i in range(4)}
del x
print("dict")  # expect: 0,1,2,3,dict
