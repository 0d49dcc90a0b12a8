# Iterators of the built-in containers that several threads pull from in for loops: nothing twice, nothing lost.
from _hammer import together

COUNT = 150000


def drain(iterator, into):
    for item in iterator:
        into.append(item)


def check(make, expected):
    iterator = make()
    lists = [[], [], []]
    together(*[lambda into=into: drain(iterator, into) for into in lists])
    assert sorted(sum(lists, [])) == expected, (make, len(sum(lists, [])))


numbers = list(range(COUNT))
check(lambda: iter(range(COUNT)), numbers)
check(lambda: iter(numbers), numbers)
check(lambda: iter(tuple(numbers)), numbers)
check(lambda: iter(dict.fromkeys(numbers)), numbers)
check(lambda: iter(set(numbers)), numbers)
check(lambda: reversed(numbers), numbers)
print("each once")  # expect: each once
