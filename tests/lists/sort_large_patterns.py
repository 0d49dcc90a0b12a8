import random
random.seed(3)
for data in (list(range(500)), list(range(500, 0, -1)), [random.random() for _ in range(1000)],
        [random.randrange(5) for _ in range(1000)], list(range(300)) + list(range(300)),
        ["k%d" % random.randrange(1000) for _ in range(500)]):
    result = sorted(data)
    print(len(result) == len(data), all(a <= b for a, b in zip(result, result[1:])))
    print(sorted(data, reverse=True) == result[::-1] or "ties")
# expect: True True
# expect: True
# expect: True True
# expect: True
# expect: True True
# expect: True
# expect: True True
# expect: True
# expect: True True
# expect: True
# expect: True True
# expect: True
