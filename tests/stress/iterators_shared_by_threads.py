# An iterator that several threads take from gives each item to one of them.
import itertools

from _hammer import each

N = 6000
items = list(range(N))


def shared(make, expected):
    iterator = make()
    taken = [[] for _ in range(4)]

    def work(number):
        if number % 2:
            taken[number].extend(iterator)
        else:
            for item in iterator:
                taken[number].append(item)

    each(4, work)
    assert sorted(sum(taken, [])) == sorted(expected), make


table = dict.fromkeys(items, 0)
text = "".join(chr(200 + i) for i in range(N))
shared(lambda: iter(items), items)
shared(lambda: reversed(items), items)
shared(lambda: iter(tuple(items)), items)
shared(lambda: iter(range(N)), items)
shared(lambda: iter(range(10**20, 10**20 + N)), range(10**20, 10**20 + N))
shared(lambda: iter(table), items)
shared(lambda: iter(table.items()), table.items())
shared(lambda: reversed(table), items)
shared(lambda: iter(set(items)), items)
shared(lambda: iter(text), text)
shared(lambda: iter(bytes(200) * 30), bytes(6000))
shared(lambda: iter(bytearray(200) * 30), bytes(6000))
shared(lambda: enumerate(items), [(i, i) for i in items])
shared(lambda: enumerate(items, 10**18), [(i + 10**18, i) for i in items])
shared(lambda: zip(items, items), zip(items, items))
shared(lambda: zip(items, items, items), zip(items, items, items))
shared(lambda: map(str, items), map(str, items))
shared(lambda: map(divmod, items, range(1, N + 1)), map(divmod, items, range(1, N + 1)))
shared(lambda: filter(None, items), items[1:])
shared(lambda: itertools.chain(items, items), items + items)
shared(lambda: itertools.islice(itertools.count(), N), items)
shared(lambda: itertools.islice(itertools.cycle([1, 2]), N), [1, 2] * (N // 2))
shared(lambda: itertools.islice(items, 0, N, 2), items[::2])
shared(lambda: itertools.repeat(7, N), [7] * N)
shared(lambda: itertools.compress(items, itertools.cycle([1, 0])), items[::2])
shared(lambda: itertools.accumulate([1] * N), range(1, N + 1))
shared(lambda: itertools.starmap(max, zip(items, items)), items)
shared(lambda: itertools.takewhile(bool, [1] * N), [1] * N)
shared(lambda: itertools.dropwhile(bool, [1, 1] + [0] * N), [0] * N)
shared(lambda: itertools.filterfalse(None, [0] * N), [0] * N)
shared(lambda: itertools.pairwise(items), zip(items, items[1:]))
shared(lambda: itertools.product(range(50), range(60)), itertools.product(range(50), range(60)))
shared(lambda: itertools.combinations(range(40), 2), itertools.combinations(range(40), 2))
shared(lambda: itertools.permutations(range(6)), itertools.permutations(range(6)))
print("ok")  # expect: ok
