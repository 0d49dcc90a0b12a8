def inner():
    yield 1
    raise KeyError("inner")
def outer():
    try:
        yield from inner()
    except KeyError as error:
        yield f"caught {error}"
print(list(outer()))  # expect: [1, "caught 'inner'"]
it = inner()
next(it)
try:
    next(it)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'inner'
print(next(it, "finished"))  # expect: finished
