import copy
import pickle

made = {
    "list": lambda: iter([1, 2, 3]), "tuple": lambda: iter((1, 2, 3)), "text": lambda: iter("a\u00e9c"),
    "bytes": lambda: iter(b"abc"), "bytearray": lambda: iter(bytearray(b"abc")), "range": lambda: iter(range(3)),
    "long range": lambda: iter(range(2**70, 2**70 + 3)), "keys": lambda: iter({1: 2, 3: 4, 5: 6}),
    "items": lambda: iter({1: 2, 3: 4, 5: 6}.items()), "reversed list": lambda: reversed([1, 2, 3]),
    "reversed dict": lambda: reversed({1: 2, 3: 4, 5: 6}), "map": lambda: map(str, [1, 2, 3]),
    "filter": lambda: filter(None, [1, 2, 3]), "zip": lambda: zip([1, 2, 3], "abc"),
    "enumerate": lambda: enumerate("abc", 5),
}
for name, make in made.items():
    iterator = make()
    next(iterator)
    again = pickle.loads(pickle.dumps(iterator))
    print(name, type(again) is type(iterator), list(again), list(iterator))
iterator = iter([1, 2, 3])
iterator.__setstate__(2)
print(list(iterator), list(copy.copy(iterator)))

# expect: list True [2, 3] [2, 3]
# expect: tuple True [2, 3] [2, 3]
# expect: text True ['é', 'c'] ['é', 'c']
# expect: bytes True [98, 99] [98, 99]
# expect: bytearray True [98, 99] [98, 99]
# expect: range True [1, 2] [1, 2]
# expect: long range True [1180591620717411303425, 1180591620717411303426] [1180591620717411303425, 1180591620717411303426]
# expect: keys False [3, 5] [3, 5]
# expect: items False [(3, 4), (5, 6)] [(3, 4), (5, 6)]
# expect: reversed list True [2, 1] [2, 1]
# expect: reversed dict False [3, 1] [3, 1]
# expect: map True ['2', '3'] ['2', '3']
# expect: filter True [2, 3] [2, 3]
# expect: zip True [(2, 'b'), (3, 'c')] [(2, 'b'), (3, 'c')]
# expect: enumerate True [(6, 'b'), (7, 'c')] [(6, 'b'), (7, 'c')]
# expect: [3] []
