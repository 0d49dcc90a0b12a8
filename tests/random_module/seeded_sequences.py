import random
random.seed(7)
x = list(range(10))
random.shuffle(x)
print(x, random.choice("abcdef"), random.sample(range(100), 5), random.choices("abc", k=5))
# expect: [8, 3, 1, 4, 7, 0, 9, 6, 2, 5] e [27, 4, 11, 55, 53] ['a', 'a', 'b', 'c', 'a']
print(random.choices([1, 2], weights=[1, 9], k=4))  # expect: [2, 2, 2, 2]
print(random.sample(range(1000), 30)[:3], random.choice([5]))  # expect: [406, 50, 999] 5
