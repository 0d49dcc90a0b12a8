class A:
    def __init__(self, flag):
        if flag:
            self.a = 1
            self.b = 2
        else:
            self.b = 20
            self.a = 10
        self.c = 3
total = 0
for i in range(2000):
    o = A(i % 3)
    total += o.a + o.b * 2 + o.c
    o.a, o.b = o.b, o.a
    total += o.a
print(total)  # expect: 62021
