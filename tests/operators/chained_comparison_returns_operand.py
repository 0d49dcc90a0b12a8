class C:
    def __init__(self, value): self.value = value
    def __lt__(self, other): return self.value
print(C("") < 1 < 2, C("x") < 1 < 2, C(0) < 1, C([]) < C(5) < 7)  # expect:  True 0 []
