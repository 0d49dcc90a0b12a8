# A generator whose last reference goes in another thread than the one that began it: its finally clause runs, once.
from _hammer import together

COUNT = 18000
ended = []
waiting = []


def resource(i):
    try:
        yield i
        yield -1
    finally:
        ended.append(i)


def begin(offset):
    for i in range(COUNT):
        generator = resource(offset + i)
        next(generator)
        waiting.append(generator)


def drop():
    dropped = 0
    while dropped < COUNT:
        try:
            generator = waiting.pop()
        except IndexError:
            continue
        del generator
        dropped += 1


together(lambda: begin(0), lambda: begin(COUNT), drop, drop)
assert sorted(ended) == list(range(2 * COUNT))
print(len(ended))  # expect: 36000
