# pprint breaks what does not fit the width.
import pprint
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass


@dataclass
class Item:
    name: str
    parts: list


data = {"name": "something", "values": list(range(30)), "nested": {"b": [1, 2], "a": ("x" * 30, "y" * 40)}, 3: {1, 2}}
pprint.pprint(data)
pprint.pprint(data, width=40, compact=True, indent=2)
pprint.pprint(["a long text with many words that goes on and on " * 3], width=60)
pprint.pprint({"k": "a long text with many words that goes on and on " * 3}, width=60)
pprint.pprint("word " * 30)
pprint.pprint([Item("n" * 30, list(range(20))), (1,), set(), frozenset(range(40))])
pprint.pprint(defaultdict(list, {key * 10: [key] * 5 for key in "abcdefgh"}))
pprint.pprint(OrderedDict((key * 10, 1) for key in "hgfedcba"))
pprint.pprint([Counter("abracadabra" * 3), deque(range(30), 40)], width=30)
pprint.pprint({"z": 1, "a": 2}, sort_dicts=False)
pprint.pp({"z": 1, "a": [[[[1]]]]}, depth=2)
loop = [1]
loop.append(loop)
print(pprint.pformat(loop).startswith("[1, <Recursion on list with id="), pprint.isrecursive(loop), pprint.isreadable([1]))
print(pprint.pformat(b"x" * 100), pprint.saferepr({"b": 1, "a": (2,)}))
# expect: {3: {1, 2},
# expect:  'name': 'something',
# expect:  'nested': {'a': ('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# expect:                   'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'),
# expect:             'b': [1, 2]},
# expect:  'values': [0,
# expect:             1,
# expect:             2,
# expect:             3,
# expect:             4,
# expect:             5,
# expect:             6,
# expect:             7,
# expect:             8,
# expect:             9,
# expect:             10,
# expect:             11,
# expect:             12,
# expect:             13,
# expect:             14,
# expect:             15,
# expect:             16,
# expect:             17,
# expect:             18,
# expect:             19,
# expect:             20,
# expect:             21,
# expect:             22,
# expect:             23,
# expect:             24,
# expect:             25,
# expect:             26,
# expect:             27,
# expect:             28,
# expect:             29]}
# expect: { 3: {1, 2},
# expect:   'name': 'something',
# expect:   'nested': { 'a': ( 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# expect:                      'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'),
# expect:               'b': [1, 2]},
# expect:   'values': [ 0, 1, 2, 3, 4, 5, 6, 7, 8,
# expect:               9, 10, 11, 12, 13, 14, 15,
# expect:               16, 17, 18, 19, 20, 21,
# expect:               22, 23, 24, 25, 26, 27,
# expect:               28, 29]}
# expect: ['a long text with many words that goes on and on a long '
# expect:  'text with many words that goes on and on a long text '
# expect:  'with many words that goes on and on ']
# expect: {'k': 'a long text with many words that goes on and on a '
# expect:       'long text with many words that goes on and on a '
# expect:       'long text with many words that goes on and on '}
# expect: ('word word word word word word word word word word word word word word word '
# expect:  'word word word word word word word word word word word word word word word ')
# expect: [Item(name='nnnnnnnnnnnnnnnnnnnnnnnnnnnnnn',
# expect:       parts=[0,
# expect:              1,
# expect:              2,
# expect:              3,
# expect:              4,
# expect:              5,
# expect:              6,
# expect:              7,
# expect:              8,
# expect:              9,
# expect:              10,
# expect:              11,
# expect:              12,
# expect:              13,
# expect:              14,
# expect:              15,
# expect:              16,
# expect:              17,
# expect:              18,
# expect:              19]),
# expect:  (1,),
# expect:  set(),
# expect:  frozenset({0,
# expect:             1,
# expect:             2,
# expect:             3,
# expect:             4,
# expect:             5,
# expect:             6,
# expect:             7,
# expect:             8,
# expect:             9,
# expect:             10,
# expect:             11,
# expect:             12,
# expect:             13,
# expect:             14,
# expect:             15,
# expect:             16,
# expect:             17,
# expect:             18,
# expect:             19,
# expect:             20,
# expect:             21,
# expect:             22,
# expect:             23,
# expect:             24,
# expect:             25,
# expect:             26,
# expect:             27,
# expect:             28,
# expect:             29,
# expect:             30,
# expect:             31,
# expect:             32,
# expect:             33,
# expect:             34,
# expect:             35,
# expect:             36,
# expect:             37,
# expect:             38,
# expect:             39})]
# expect: defaultdict(<class 'list'>,
# expect:             {'aaaaaaaaaa': ['a', 'a', 'a', 'a', 'a'],
# expect:              'bbbbbbbbbb': ['b', 'b', 'b', 'b', 'b'],
# expect:              'cccccccccc': ['c', 'c', 'c', 'c', 'c'],
# expect:              'dddddddddd': ['d', 'd', 'd', 'd', 'd'],
# expect:              'eeeeeeeeee': ['e', 'e', 'e', 'e', 'e'],
# expect:              'ffffffffff': ['f', 'f', 'f', 'f', 'f'],
# expect:              'gggggggggg': ['g', 'g', 'g', 'g', 'g'],
# expect:              'hhhhhhhhhh': ['h', 'h', 'h', 'h', 'h']})
# expect: OrderedDict([('hhhhhhhhhh', 1),
# expect:              ('gggggggggg', 1),
# expect:              ('ffffffffff', 1),
# expect:              ('eeeeeeeeee', 1),
# expect:              ('dddddddddd', 1),
# expect:              ('cccccccccc', 1),
# expect:              ('bbbbbbbbbb', 1),
# expect:              ('aaaaaaaaaa', 1)])
# expect: [Counter({'a': 15,
# expect:           'b': 6,
# expect:           'r': 6,
# expect:           'c': 3,
# expect:           'd': 3}),
# expect:  deque([0,
# expect:         1,
# expect:         2,
# expect:         3,
# expect:         4,
# expect:         5,
# expect:         6,
# expect:         7,
# expect:         8,
# expect:         9,
# expect:         10,
# expect:         11,
# expect:         12,
# expect:         13,
# expect:         14,
# expect:         15,
# expect:         16,
# expect:         17,
# expect:         18,
# expect:         19,
# expect:         20,
# expect:         21,
# expect:         22,
# expect:         23,
# expect:         24,
# expect:         25,
# expect:         26,
# expect:         27,
# expect:         28,
# expect:         29],
# expect:        maxlen=40)]
# expect: {'z': 1, 'a': 2}
# expect: {'z': 1, 'a': [[...]]}
# expect: True True True
# expect: (b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
# expect:  b'xxxxxxxxxxxxxxxxxxxxxxxx') {'a': (2,), 'b': 1}
