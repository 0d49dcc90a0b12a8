from collections import Counter
c = Counter("mississippi")
print(c, c["s"], c["zz"], c.most_common(2), sorted(c.elements())[:4], c.total(), len(c))
# expect: Counter({'i': 4, 's': 4, 'p': 2, 'm': 1}) 4 0 [('i', 4), ('s', 4)] ['i', 'i', 'i', 'i'] 11 4
c.update("ss")
c.subtract({"i": 4})
print(c, +c, c + Counter(a=2), c - Counter(s=1), Counter(a=3, b=1) & Counter(a=1, b=5))
# expect: Counter({'s': 6, 'p': 2, 'm': 1, 'i': 0}) Counter({'s': 6, 'p': 2, 'm': 1}) Counter({'s': 6, 'p': 2, 'a': 2, 'm': 1}) Counter({'s': 5, 'p': 2, 'm': 1}) Counter({'a': 1, 'b': 1})
print(Counter(a=3, b=1) | Counter(a=1, b=5), Counter(a=1) == Counter(a=1, b=0))
# expect: Counter({'b': 5, 'a': 3}) True
del c["zz"]
print(Counter([1, 1, 2]), Counter(), Counter(x=2), dict(Counter("ab")))
# expect: Counter({1: 2, 2: 1}) Counter() Counter({'x': 2}) {'a': 1, 'b': 1}
