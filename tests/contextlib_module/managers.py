# The helpers of contextlib: generators as managers, suppress, closing, redirect_stdout, nullcontext, decorators.
import contextlib
import io


@contextlib.contextmanager
def tag(name):
    """A manager."""
    print("<" + name)
    try:
        yield name.upper()
    except ZeroDivisionError as error:
        print("caught", error)
    finally:
        print(name + ">")


with tag("a") as value:
    print(value)
# expect: <a
# expect: A
# expect: a>
with tag("b"):
    1 / 0
# expect: <b
# expect: caught division by zero
# expect: b>
try:
    with tag("c"):
        raise KeyError("k")
except KeyError as error:
    print(repr(error))
# expect: <c
# expect: c>
# expect: KeyError('k')


@tag("d")
def decorated(x):
    return x * 2


print(decorated(4), decorated(5), decorated.__name__)
# expect: <d
# expect: d>
# expect: <d
# expect: d>
# expect: 8 10 decorated
print(tag.__doc__)  # expect: A manager.


@contextlib.contextmanager
def silent():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


for manager in silent, twice:
    try:
        with manager():
            pass
    except RuntimeError as error:
        print(error)
# expect: generator didn't yield
# expect: generator didn't stop
try:
    with tag("e"):
        raise StopIteration("mine")
except StopIteration as error:
    print(repr(error))
# expect: <e
# expect: e>
# expect: StopIteration('mine')

with contextlib.suppress(KeyError, IndexError):
    [][0]
    print("not reached")
text = io.StringIO()
with contextlib.redirect_stdout(text) as target:
    print("hidden")
print(repr(text.getvalue()), target is text)  # expect: 'hidden\n' True


class Door:
    def close(self):
        print("closed")


with contextlib.closing(Door()) as door:
    print(type(door).__name__)
# expect: Door
# expect: closed
with contextlib.nullcontext(3) as three:
    print(three)  # expect: 3


class Counted(contextlib.ContextDecorator):
    count = 0

    def __enter__(self):
        self.count += 1
        return self

    def __exit__(self, *details):
        return False


counted = Counted()


@counted
def work():
    return counted.count


print(work(), work())  # expect: 1 2
print(isinstance(open.__class__, contextlib.AbstractContextManager), issubclass(Counted, contextlib.AbstractContextManager))
# expect: False True
