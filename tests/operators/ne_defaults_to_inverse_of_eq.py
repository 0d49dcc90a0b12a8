class E:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return self.n == other.n
print(E(1) != E(1), E(1) != E(2), E(1) == E(1))  # expect: False True True
