def inner():
    try:
        x = yield "a"
        print("inner got", x)
        y = yield "b"
        print("inner got", y)
    except ValueError as error:
        print("inner caught", error)
        yield "recovered"
    return "inner result"
def outer():
    result = yield from inner()
    print("result", result)
    yield "c"
g = outer()
print(next(g), g.send(1), g.send(2))
# expect: inner got 1
# expect: inner got 2
# expect: result inner result
# expect: a b c
g = outer()
print(next(g), g.throw(ValueError("v")), next(g), list(g))
# expect: inner caught v
# expect: result inner result
# expect: a recovered c []
