# A generator that several threads pull from: each value comes once, and who finds it running gets ValueError.
from _hammer import together

COUNT = 200000


def numbers():
    for i in range(COUNT):
        yield i


def take_all(generator, into):
    while True:
        try:
            into.append(next(generator))
        except ValueError as problem:
            assert str(problem) == "generator already executing", problem
        except StopIteration:
            return


shared = numbers()
lists = [[], [], []]
together(*[lambda into=into: take_all(shared, into) for into in lists])
together_taken = sorted(lists[0] + lists[1] + lists[2])
assert together_taken == list(range(COUNT)), len(together_taken)
print("each once")  # expect: each once
