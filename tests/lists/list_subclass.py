class Stack(list):
    def push(self, value):
        self.append(value)
    def __len__(self):
        return 100
s = Stack([1, 2])
s.push(3)
print(s, len(s), s[0], isinstance(s, list), type(s[:]).__name__, s == [1, 2, 3], list(s), [*s], bool(Stack()))
# expect: [1, 2, 3] 100 1 True list True [1, 2, 3] [1, 2, 3] True
class Doubling(list):
    def __getitem__(self, index):
        return list.__getitem__(self, index) * 2
d = Doubling([1, 2, 3])
print(d[1], list(d), [v for v in d], d.pop(), sum(d))  # expect: 4 [1, 2, 3] [1, 2, 3] 3 3
