from functools import partial
from itertools import tee


class Key:
    def __str__(self):
        bound.keywords[self] = ["other"]
        return "key"


bound = partial(print)
bound.keywords[Key()] = ["value"]
print("key=['value']" in repr(bound))


def source():
    next(second)
    yield 1


first, second = tee(source())
try:
    next(first)
except (RuntimeError, ValueError) as error:
    print(type(error).__name__)

# expect: True
# expect: RuntimeError
