# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

a = np.arange(12).reshape(3, 4)
print(a[a > 5], a[[0, 2]], a[[0, 2], [1, 3]], a[:, [1, 1]], a[np.array([[0, 1], [2, 0]])].shape, a[[True, False, True]])
b = np.arange(24).reshape(2, 3, 4)
print(b[:, [0, 2], :].shape, b[0, :, [0, 1]].shape, b[[0, 1], :, [0, 1]], b[:, [0, 1], [1, 2]], b[b % 5 == 0])
a[a > 8] = 0
a[[0, 1]] = -1
a[[0, 2], [0, 0]] = [50, 60]
a[:, [3]] = [[1], [2], [3]]
print(a, a[[]].shape)
x = np.zeros(5, int)
x[[1, 1, 3]] += 1
print(x, np.where(x > 0), np.where(x > 0, x, -1), x.nonzero(), np.argwhere(x))
for text in ("a[3]", "a[0, 9]", "a[0, 0, 0]", "a[[0, 5]]", "a['x']", "a[1.5]", "a[np.array([True, False])]",
             "a[..., ...]", "np.ones((2, 2))[[0, 1], [0, 1, 0]]"):
    try:
        eval(text)
    except IndexError as error:
        print(str(error).rstrip())
# expect: [ 6  7  8  9 10 11] [[ 0  1  2  3]
# expect:  [ 8  9 10 11]] [ 1 11] [[1 1]
# expect:  [5 5]
# expect:  [9 9]] (2, 2, 4) [[ 0  1  2  3]
# expect:  [ 8  9 10 11]]
# expect: (2, 2, 4) (2, 3) [[ 0  4  8]
# expect:  [13 17 21]] [[ 1  6]
# expect:  [13 18]] [ 0  5 10 15 20]
# expect: [[50 -1 -1  1]
# expect:  [-1 -1 -1  2]
# expect:  [60  0  0  3]] (0, 4)
# expect: [0 1 0 1 0] (array([1, 3]),) [-1  1 -1  1 -1] (array([1, 3]),) [[1]
# expect:  [3]]
# expect: index 3 is out of bounds for axis 0 with size 3
# expect: index 9 is out of bounds for axis 1 with size 4
# expect: too many indices for array: array is 2-dimensional, but 3 were indexed
# expect: index 5 is out of bounds for axis 0 with size 3
# expect: only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices
# expect: only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices
# expect: boolean index did not match indexed array along dimension 0; dimension is 3 but corresponding boolean dimension is 2
# expect: an index can only have a single ellipsis ('...')
# expect: shape mismatch: indexing arrays could not be broadcast together with shapes (2,) (3,)
