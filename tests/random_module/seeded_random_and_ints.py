import random
random.seed(42)
print(random.random(), random.random(), random.randrange(100), random.randint(1, 6))
# expect: 0.6394267984578837 0.025010755222666936 35 2
print(random.getrandbits(8), random.getrandbits(100), random.uniform(1, 10))
# expect: 57 800402129360547565400942494185 7.666009702009083
print(random.randrange(0, 100, 7))  # expect: 56
random.seed(0)
print([random.randrange(1000) for _ in range(10)], random.random())
# expect: [864, 394, 776, 911, 430, 41, 265, 988, 523, 497] 0.4049341374504143
r = random.Random(5)
print(r.random(), r.randint(-5, 5), r.randrange(10 ** 30))
# expect: 0.6229016948897019 0 706899414540038233555879984681
state = random.getstate()
a = random.random()
random.setstate(state)
print(a == random.random())  # expect: True
