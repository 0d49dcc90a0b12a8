def f(k):
    return (k * x for x in range(3))
print(list(f(5)), sum(x * x for x in range(5)), ",".join(str(x) for x in [1, 2]))  # expect: [0, 5, 10] 30 1,2
print(any(x > 2 for x in range(5)), dict((x, x) for x in "ab"))  # expect: True {'a': 'a', 'b': 'b'}
