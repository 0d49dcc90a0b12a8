def f():
    yield from [1, 2]
    yield from "ab"
    yield from range(2)
    got = yield from iter(())
    yield got
print(list(f()))  # expect: [1, 2, 'a', 'b', 0, 1, None]
def g():
    yield from 5
try:
    list(g())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
def h():
    x = yield from [1]
    yield x
it = h()
next(it)
try:
    it.send(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: AttributeError: 'list_iterator' object has no attribute 'send'
