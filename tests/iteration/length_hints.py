import operator
print(operator.length_hint([1, 2]), operator.length_hint(iter([1, 2, 3])))  # expect: 2 3
print(operator.length_hint(range(5)), operator.length_hint(x for x in []))  # expect: 5 0
print(operator.length_hint(5, 7))  # expect: 7
