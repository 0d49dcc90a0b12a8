class Evil:
    armed = False
    def __init__(self, d, n): self.d, self.n = d, n
    def __hash__(self): return 1
    def __eq__(self, o):
        if Evil.armed:
            Evil.armed = False
            self.d.clear()
            for i in range(100): self.d[i] = i
        return False
for action in (lambda d, e: d.get(e), lambda d, e: e in d, lambda d, e: d.__setitem__(e, 1), lambda d,
        e: d.pop(e, None), lambda d, e: d.setdefault(e, 2)):
    d = {}
    for i in range(3): d[Evil(d, i)] = i
    e = Evil(d, 9)
    Evil.armed = True
    action(d, e)
    print(len(d) in (100, 101))
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
