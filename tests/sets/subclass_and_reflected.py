class Tagged(set):
    pass
t = Tagged([1, 2])
print(sorted(t), type(t | {3}).__name__, type({3} | t).__name__, t == {1, 2}, isinstance(t, set), len(t))
# expect: [1, 2] set set True True 2
t.name = "n"
print(t.name, repr(Tagged([1])), repr(Tagged()))  # expect: n Tagged({1}) Tagged()
