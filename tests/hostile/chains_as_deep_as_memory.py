# only: gillab
# CPython's C stack overflows in most of these.
import functools
import itertools
import types


def outcome(action):
    try:
        action()
    except RecursionError:
        return "RecursionError"
    return "done"


def wrap(value, wrapper, depth=100000):
    for _ in range(depth):
        value = wrapper(value)
    return value


def delegates(inner):
    yield from inner


maps = wrap(iter([1]), lambda inner: map(abs, inner))
chains = wrap(iter([1]), itertools.chain)
generators = wrap(iter([1]), delegates)
methods = wrap(abs, lambda inner: types.MethodType(inner, 1))
partials = wrap(lambda: 1, functools.partial)
classes = wrap(str, lambda inner: (inner,))
left, right = wrap([], lambda inner: [inner]), wrap([], lambda inner: [inner])
print(outcome(lambda: next(maps)), outcome(lambda: next(chains)))  # expect: RecursionError RecursionError
print(outcome(lambda: next(generators)), outcome(lambda: methods()))  # expect: RecursionError RecursionError
print(outcome(lambda: partials()), outcome(lambda: isinstance(1, classes)))  # expect: done RecursionError
print(outcome(lambda: left == right), outcome(lambda: left < right), outcome(lambda: repr(left)))
# expect: RecursionError RecursionError RecursionError
group = wrap(ValueError(1), lambda inner: ExceptionGroup("group", [inner]), 20000)
print(outcome(lambda: group.split(KeyError)), outcome(lambda: repr(group)))  # expect: RecursionError RecursionError
