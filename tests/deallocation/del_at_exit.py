class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
kept = A("module level")
print("end of script")  # expect: end of script
# expect: del module level
