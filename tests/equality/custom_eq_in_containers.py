class A:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, A) and self.n == o.n
    def __repr__(self): return f"A{self.n}"
x = [A(1), A(2)]
print(A(1) in x, x.index(A(2)), x.count(A(1)), x == [A(1), A(2)], x != [A(1), A(3)], (A(1),) == (A(1),))
# expect: True 1 1 True True True
x.remove(A(1))
print(x, {"k": A(1)} == {"k": A(1)})  # expect: [A2] True
