# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

a = np.arange(6).reshape(2, 3)
print(a + 1, a * 2.5, 2 - a, a / 2, a // 2, a % 4, a**2, 2**a, -a, abs(-a), sep="\n")
print(a + a, a * [1, 2, 3], a + [[10], [20]], a > 2, (a > 1) & (a < 4), ~(a > 2), a == a, a != 3, sep="\n")
print(np.array([-7, 7, -7, 7]) // [2, 2, -2, -2], np.array([-7, 7, -7, 7]) % [2, 2, -2, -2])
print(np.array([-7.5, 7.5]) // 2, np.array([-7.5, 7.5]) % -2, np.array([2**62]) * 4, np.array([True]) + True)
a += 10
a[0] *= 2
b = a[:, 1]
b -= 1
print(a)
a[0, 1:] += a[0, :-1]  # both in one memory
print(a)
# expect: [[1 2 3]
# expect:  [4 5 6]]
# expect: [[ 0.   2.5  5. ]
# expect:  [ 7.5 10.  12.5]]
# expect: [[ 2  1  0]
# expect:  [-1 -2 -3]]
# expect: [[0.  0.5 1. ]
# expect:  [1.5 2.  2.5]]
# expect: [[0 0 1]
# expect:  [1 2 2]]
# expect: [[0 1 2]
# expect:  [3 0 1]]
# expect: [[ 0  1  4]
# expect:  [ 9 16 25]]
# expect: [[ 1  2  4]
# expect:  [ 8 16 32]]
# expect: [[ 0 -1 -2]
# expect:  [-3 -4 -5]]
# expect: [[0 1 2]
# expect:  [3 4 5]]
# expect: [[ 0  2  4]
# expect:  [ 6  8 10]]
# expect: [[ 0  2  6]
# expect:  [ 3  8 15]]
# expect: [[10 11 12]
# expect:  [23 24 25]]
# expect: [[False False False]
# expect:  [ True  True  True]]
# expect: [[False False  True]
# expect:  [ True False False]]
# expect: [[ True  True  True]
# expect:  [False False False]]
# expect: [[ True  True  True]
# expect:  [ True  True  True]]
# expect: [[ True  True  True]
# expect:  [False  True  True]]
# expect: [-4  3  3 -4] [ 1  1 -1 -1]
# expect: [-4.  3.] [-1.5 -0.5] [0] [ True]
# expect: [[20 21 24]
# expect:  [13 13 15]]
# expect: [[20 41 45]
# expect:  [13 13 15]]
