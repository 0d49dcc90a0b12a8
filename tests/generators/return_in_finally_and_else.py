def f():
    try:
        yield 1
    except ValueError:
        yield "caught"
    else:
        yield "else"
    finally:
        yield "finally"
    return "done"
print(list(f()))  # expect: [1, 'else', 'finally']
it = f()
next(it)
print(it.throw(ValueError()), next(it), next(it, "over"))  # expect: caught finally over
def swallow():
    try:
        yield 1
    finally:
        return "swallowed"
it = swallow()
next(it)
try:
    it.throw(KeyError("k"))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: StopIteration: swallowed
