from itertools import accumulate, chain, combinations, combinations_with_replacement, compress, filterfalse
from itertools import groupby, pairwise, permutations, product, starmap, tee, zip_longest
print(list(chain("ab", [1])), list(chain.from_iterable([[1], "x"])))  # expect: ['a', 'b', 1] [1, 'x']
print(list(zip_longest("abc", [1], fillvalue="-")), list(product([1, 2], "ab")))
# expect: [('a', 1), ('b', '-'), ('c', '-')] [(1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')]
print(list(product([0, 1], repeat=2)), list(product()))  # expect: [(0, 0), (0, 1), (1, 0), (1, 1)] [()]
print(list(permutations([1, 2, 3], 2)), ["".join(p) for p in permutations("abc")])
# expect: [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)] ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']
print(list(combinations("abcd", 2)), list(combinations_with_replacement("ab", 2)))
# expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] [('a', 'a'), ('a', 'b'), ('b', 'b')]
print(list(combinations([1], 2)))  # expect: []
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b)))  # expect: [1, 3, 6] [1, 2, 6]
print(list(accumulate([1, 2], initial=10)), [(k, list(g)) for k, g in groupby("aabbba")])
# expect: [10, 11, 13] [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('a', ['a'])]
print([(k, len(list(g))) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)])  # expect: [(1, 2), (0, 2)]
print(list(starmap(pow, [(2, 3), (3, 2)])), list(compress("abcd", [1, 0, 1, 0])))  # expect: [8, 9] ['a', 'c']
print(list(filterfalse(lambda x: x % 2, range(5))), list(pairwise([1, 2, 3])))  # expect: [0, 2, 4] [(1, 2), (2, 3)]
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))  # expect: 1 [1, 2, 3] [2, 3]
