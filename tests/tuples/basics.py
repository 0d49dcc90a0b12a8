t = (1, "a", 2.5)
print(t, t[0], t[-1], t[1:], len(t), t + (4,), t * 2, "a" in t, t.index("a"), t.count(1), (), (1,))
# expect: (1, 'a', 2.5) 1 2.5 ('a', 2.5) 3 (1, 'a', 2.5, 4) (1, 'a', 2.5, 1, 'a', 2.5) True 1 1 () (1,)
print(tuple("ab"), tuple([1]), t[::-1], 1 in ())  # expect: ('a', 'b') (1,) (2.5, 'a', 1) False
a, b, c = t
print(a, b, c, (1, 2) < (1, 3), (1,) < (1, 0), () == (), (1, 2) == [1, 2])  # expect: 1 a 2.5 True True True False
print(hash((1, 2)) == hash((1, 2)), {(1, "x"): "hit"}[(1, "x")])  # expect: True hit
try:
    t[0] = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'tuple' object does not support item assignment
try:
    t[5]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: tuple index out of range
try:
    del t[0]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'tuple' object doesn't support item deletion
try:
    t.append(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'tuple' object has no attribute 'append'
try:
    hash(([],))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'list'
try:
    t + [1]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only concatenate tuple (not "list") to tuple
try:
    t.index(99)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: tuple.index(x): x not in tuple
try:
    (1,) < ("a",)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
