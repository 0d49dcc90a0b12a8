class Same:
    def __init__(self, value):
        self.value = value
    def __hash__(self):
        return 42
    def __eq__(self, other):
        return self.value == other.value
d = {Same(i): i for i in range(200)}
print(len(d), d[Same(150)], all(d[Same(i)] == i for i in range(200)))  # expect: 200 150 True
for i in range(0, 200, 3):
    del d[Same(i)]
print(len(d), Same(3) in d, d[Same(4)])  # expect: 133 False 4
