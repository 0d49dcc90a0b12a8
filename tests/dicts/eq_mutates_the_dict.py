class Evil:
    def __init__(self, target):
        self.target = target
    def __hash__(self):
        return 7
    def __eq__(self, other):
        self.target.clear()
        return False
d = {}
d[Evil(d)] = 1
d[7] = 2
print(len(d) <= 2, 7 in d)  # expect: True True
