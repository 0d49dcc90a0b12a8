def make():
    n = 1
    def get(): return n
    n = 2
    return get
print(make()())  # expect: 2
fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])  # expect: [2, 2, 2]
def later():
    fs = [lambda: i for i in range(3)]
    return [f() for f in fs]
print(later())  # expect: [2, 2, 2]
