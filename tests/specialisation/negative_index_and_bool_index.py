x = list(range(10))
def at(i): return x[i]
total = 0
for i in range(-10, 10): total += at(i)
for i in range(500): total += at(i % 10)
print(total, at(True), at(False), at(-10))  # expect: 2340 1 0 0
class Idx:
    def __index__(self): return 4
print(at(Idx()))  # expect: 4
