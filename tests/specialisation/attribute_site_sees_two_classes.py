class A:
    def __init__(self): self.x = 1
class B:
    def __init__(self): self.y, self.x = 5, 2
def get(o): return o.x
total = 0
for i in range(1000): total += get(A() if i % 2 else B())
print(total)  # expect: 1500
for i in range(500): total += get(A())
for i in range(500): total += get(B())
print(total)  # expect: 3000
