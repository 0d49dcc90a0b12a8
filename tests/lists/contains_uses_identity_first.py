nan = float("nan")
class Never:
    def __eq__(self, other):
        return False
n = Never()
print(nan in [nan], [nan] == [nan], n in [n], [n] == [n], [n].index(n), [n].count(n))
# expect: True True True True 0 1
print(n in [Never()], nan in (nan,), (n,) == (n,))  # expect: False True True
