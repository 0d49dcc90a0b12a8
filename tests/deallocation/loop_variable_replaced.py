class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
for a in map(A, range(3)):
    print("body", a.n)
# expect: body 0
# expect: del 0
# expect: body 1
# expect: del 1
# expect: body 2
print("loop over")  # expect: loop over
del a  # expect: del 2
print("end")  # expect: end
