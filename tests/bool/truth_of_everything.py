class Len0:
    def __len__(self):
        return 0
class BoolFalse:
    def __bool__(self):
        return False
    def __len__(self):
        return 5
class Plain:
    pass
for value in (0, 1, -1, 0.0, 0.1, float("nan"), "", "a", b"", b"x", [], [0], (), (0,), {}, {0: 0}, set(), {0},
        None, ..., 0j, range(0), range(1), 2 ** 70):
    print(bool(value), end=",")
print()
# expect: False,True,True,False,True,True,False,True,False,True,False,True,False,True,False,True,False,True,False,True,False,False,True,True,
print(bool(Len0()), bool(BoolFalse()), bool(Plain()), bool(Plain), not Len0(), bool())
# expect: False False True True True False
