def truth(x): return "T" if x else "F"
class B:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v
for _ in range(300): truth(True)
print("".join(truth(x) for x in (0, 1, 0.0, -0.0, 2.5, "", "a", [], [0], None, {}, {1: 1}, B(True), B(False),
        2 ** 70, (), object(), len, 0j)))
# expect: FTFFTFTFTFFTTFTFTTF
B.__bool__ = lambda self: not self.v
print(truth(B(True)))  # expect: F
while_count = 0
x = [1, 2, 3]
while x:
    x.pop()
    while_count += 1
    if while_count == 2: x = x
print(while_count)  # expect: 3
