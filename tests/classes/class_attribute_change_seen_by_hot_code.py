class A:
    n = 1
    def get(self): return self.n
a = A()
total = 0
for i in range(5000):
    if i == 2000: A.n = 100
    if i == 3000: a.n = 1000
    if i == 4000: del a.n
    total += a.get()
print(total)  # expect: 1202000
