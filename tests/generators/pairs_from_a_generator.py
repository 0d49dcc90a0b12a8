# `for a, b in generator` takes the yielded pair apart where it is; wrong pairs raise there.
def pairs(items):
    for item in items: yield item
    return "end"


print([(b, a) for a, b in pairs([(1, 2), [3, 4], "56"])])  # expect: [(2, 1), (4, 3), ('6', '5')]
for wrong in ((1,), (1, 2, 3), 5):
    try:
        for a, b in pairs([(0, 0), wrong]): pass
    except (TypeError, ValueError) as error:
        print(error)
# expect: not enough values to unpack (expected 2, got 1)
# expect: too many values to unpack (expected 2)
# expect: cannot unpack non-iterable int object


def outer():
    for a, b in pairs([(1, 2), (3, 4)]):
        got = yield a + b
        if got: print("got", got)


g = outer()
print(next(g), g.send("x"), list(g))
# expect: got x
# expect: 3 7 []
