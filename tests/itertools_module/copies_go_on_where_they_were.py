# Iterators that were used already are copied and pickled with their place.
import copy
import itertools
import operator
import pickle

makers = {
    'count': lambda: itertools.count(3, 2),
    'repeat': lambda: itertools.repeat('x', 5),
    'cycle': lambda: itertools.cycle('abc'),
    'accumulate': lambda: itertools.accumulate(range(8)),
    'initial': lambda: itertools.accumulate([1, 2, 3], operator.mul, initial=7),
    'nones': lambda: itertools.accumulate([None, None, None, 1], lambda a, b: b),
    'chain': lambda: itertools.chain('ab', [1, 2], 'c'),
    'compress': lambda: itertools.compress('ABCDEF', [1, 0, 1, 1, 1, 1]),
    'dropwhile': lambda: itertools.dropwhile(operator.not_, [0, 0, 3, 0, 5]),
    'takewhile': lambda: itertools.takewhile(operator.truth, [1, 2, 3, 4, 0, 5]),
    'filterfalse': lambda: itertools.filterfalse(operator.not_, range(6)),
    'islice': lambda: itertools.islice(range(100), 3, 30, 4),
    'starmap': lambda: itertools.starmap(operator.add, [(1, 2), (3, 4), (5, 6)]),
    'zip_longest': lambda: itertools.zip_longest('ab', 'wxyz', fillvalue='-'),
    'product': lambda: itertools.product('ab', [1, 2], repeat=1),
    'permutations': lambda: itertools.permutations('abc', 2),
    'combinations': lambda: itertools.combinations('abcd', 2),
    'with_replacement': lambda: itertools.combinations_with_replacement('abc', 2),
    'tee': lambda: itertools.tee('abcdef')[0],
}
for name, make in makers.items():
    for used in (0, 2, 50):
        iterator = make()
        list(itertools.islice(iterator, used))
        if name != 'nones':  # a lambda is not pickled
            copies = [pickle.loads(pickle.dumps(iterator, protocol)) for protocol in range(6)]
        else:
            copies = []
        copies.append(copy.deepcopy(iterator))
        wanted = list(itertools.islice(iterator, 6))
        for each in copies:
            got = list(itertools.islice(each, 6))
            assert got == wanted, (name, used, got, wanted)

groups = itertools.groupby('aabbbc')
next(groups)
again = pickle.loads(pickle.dumps(groups))
print([(key, list(group)) for key, group in again])  # expect: [('b', ['b', 'b', 'b']), ('c', ['c'])]

left, right = itertools.tee(range(130))
next(left)
left, right = copy.deepcopy((left, right))
print(sum(left), sum(right))  # expect: 8385 8385

product = itertools.product('ab', repeat=2)
product.__setstate__((9, -9))
print(list(product))  # expect: [('b', 'b')]
for state in (), [], 0, ([],), (iter([]), []):
    try:
        itertools.chain().__setstate__(state)
        print('no error for', state)
    except TypeError:
        pass
