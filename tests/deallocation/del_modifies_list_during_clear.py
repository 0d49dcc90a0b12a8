log = []
class A:
    def __init__(self, x): self.x = x
    def __del__(self):
        log.append(len(self.x))
        self.x.append(1)
x = []
for _ in range(3): x.append(A(x))
x[:] = []
print(log, len(x))  # expect: [0, 1, 2] 3
