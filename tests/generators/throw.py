def g():
    while True:
        try:
            value = yield "ready"
            print("got", value)
        except ValueError as error:
            print("caught", error)
            yield "handled"
it = g()
print(next(it), it.throw(ValueError("bad")), next(it))
# expect: caught bad
# expect: ready handled ready
print(it.throw(ValueError("again")))
# expect: caught again
# expect: handled
try:
    it.throw(KeyError("out"))
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: KeyError: 'out'.
try:
    next(it)
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: StopIteration: .
def fresh():
    yield 1
it = fresh()
try:
    it.throw(TypeError("before start"))
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: TypeError: before start.
print(list(it))  # expect: []
