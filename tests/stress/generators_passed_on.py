# Generators begun in one thread, gone on with in others, thrown into and closed in yet others.
import queue
from _hammer import together

COUNT = 4000


def accumulate(tag):
    total = 0
    try:
        while True:
            try:
                total += yield total
            except KeyError:
                total = -1
    finally:
        closed.append((tag, total))


def delegating(tag):
    yield from accumulate(tag)


closed = []
first, second, third = queue.Queue(), queue.Queue(), queue.Queue()


def begin():
    for tag in range(COUNT):
        generator = (accumulate if tag % 2 else delegating)(tag)
        assert next(generator) == 0
        first.put(generator)
    first.put(None)


def go_on(source, target):
    while (generator := source.get()) is not None:
        generator.send(5)
        target.put(generator)
    target.put(None)


def end():
    for _ in range(COUNT):
        generator = third.get()
        assert generator.send(1) == 11
        assert generator.throw(KeyError("again")) == -1
        generator.close()
    assert third.get() is None


together(begin, lambda: go_on(first, second), lambda: go_on(second, third), end)
assert sorted(closed) == [(tag, -1) for tag in range(COUNT)]
print(len(closed))  # expect: 4000
