# ExitStack leaves in reverse order, lets callbacks swallow and replace exceptions, and keeps their context.
import contextlib


@contextlib.contextmanager
def tag(name, swallow=False):
    try:
        yield name
    except Exception as error:
        print(name, "saw", repr(error))
        if not swallow:
            raise
    finally:
        print("left", name)


with contextlib.ExitStack() as stack:
    print(stack.enter_context(tag("a")), stack.enter_context(tag("b")))  # expect: a b
    stack.callback(print, "callback", sep="-")
# expect: callback
# expect: left b
# expect: left a
with contextlib.ExitStack() as stack:
    stack.enter_context(tag("outer"))
    stack.enter_context(tag("inner", swallow=True))
    raise ValueError("v")
# expect: inner saw ValueError('v')
# expect: left inner
# expect: left outer


def failing(*details):
    raise KeyError("from exit")


try:
    with contextlib.ExitStack() as stack:
        stack.push(failing)
        raise ValueError("body")
except KeyError as error:
    print(repr(error), repr(error.__context__))  # expect: KeyError('from exit') ValueError('body')
stack = contextlib.ExitStack()
stack.callback(print, "kept")
with stack:
    later = stack.pop_all()
print("nothing left yet")  # expect: nothing left yet
later.close()  # expect: kept
try:
    contextlib.ExitStack().enter_context(3)
except TypeError as error:
    print(error)  # expect: 'builtins.int' object does not support the context manager protocol
