from contextlib import ExitStack, contextmanager


@contextmanager
def raises(error):
    try:
        yield
    finally:
        raise error


errors = [Exception(number) for number in range(4)]
try:
    with ExitStack() as stack:
        for error in errors[:0:-1]:
            stack.enter_context(raises(error))
        raise errors[0]
except Exception as error:
    while error is not None:
        print(error)
        error = error.__context__


def handling():
    try:
        raise KeyError("own")
    except KeyError:
        yield


steps = handling()
next(steps)
try:
    steps.throw(ValueError("thrown"))
except ValueError as error:
    print(repr(error.__context__))
steps = handling()
next(steps)

# expect: 3
# expect: 2
# expect: 1
# expect: 0
# expect: KeyError('own')
