# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
# For one seed the numbers are numpy's.
import numpy as np

np.random.seed(42)
print(np.random.rand(3), np.random.rand(), np.random.randint(10, size=5), np.random.randint(5), np.random.randn(3))
print(np.random.normal(1, 2, 3), np.random.uniform(1, 2), np.random.permutation(5), np.random.choice(5, 3))
print(np.random.choice([10, 20, 30], 2, replace=False), np.random.choice(3, 5, p=[0.1, 0.2, 0.7]))
print(np.random.random((2, 2)))
print(np.random.randint(0, 2**40, 3), np.random.exponential(2, 2))
x = np.arange(6)
np.random.shuffle(x)
print(x)
np.random.seed([1, 2, 3])
print(np.random.rand(2), np.random.RandomState(7).rand(2))
generator = np.random.default_rng(42)
print(generator.random(3), generator.integers(0, 10, 5), generator.random(), generator.uniform(1, 2, 2))
print(generator.permutation(6), generator.integers(0, 2**40, 3), generator.integers(1, 6, endpoint=True, size=4))
print(np.random.default_rng([1, 2]).random(2), np.random.default_rng(12345678901234567890123).random())
# expect: [0.37454012 0.95071431 0.73199394] 0.5986584841970366 [6 9 2 6 7] 4 [ 1.57921282  0.76743473 -0.46947439]
# expect: [2.08512009 0.07316461 0.06854049] 1.3042422429595377 [1 2 0 3 4] [2 2 1]
# expect: [10 20] [0 2 2 2 2]
# expect: [[0.85994041 0.68030754]
# expect:  [0.45049925 0.01326496]]
# expect: [ 382104480059   59306615025 1070755162888] [0.03219017 0.5250525 ]
# expect: [4 1 0 2 5 3]
# expect: [0.60986127 0.88669704] [0.07630829 0.77991879]
# expect: [0.77395605 0.43887844 0.85859792] [0 6 2 0 5] 0.761139701990353 [1.78606431 1.12811363]
# expect: [3 0 2 4 1 5] [904635960679 487539067531 249851616883] [4 1 4 6]
# expect: [0.44841514 0.43088199] 0.9015032973944714
