d = {'a': 1, 'b': 2}
print(type(d.keys() & frozenset(['a', 'b', 'c'])).__name__)
print(type(frozenset(['a']) & d.keys()).__name__)
print(d.keys() & frozenset('a'), d.items() & frozenset([('b', 2)]))

# expect: set
# expect: set
# expect: {'a'} {('b', 2)}
