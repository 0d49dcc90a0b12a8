def g():
    yield 1
    raise StopIteration("inside")
try:
    list(g())
except RuntimeError as error:
    print(error, repr(error.__cause__))  # expect: generator raised StopIteration StopIteration('inside')
def h():
    yield next(iter([]))
try:
    list(h())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: RuntimeError: generator raised StopIteration
