import itertools
from _run import together

numbers = itertools.count()
seen = []
together(lambda number: [seen.append(next(numbers)) for _ in range(2500)])
print(len(seen), len(set(seen)), max(seen))          # expect: 10000 10000 9999
