# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

a, b = np.array([[1, 2], [3, 4]]), np.array([[5, 6]])
print(np.concatenate([a, b]), np.concatenate([a, a], axis=1), np.concatenate([a, b], axis=None), np.stack([a, a]).shape)
print(np.vstack([[1, 2], [3, 4]]), np.hstack([[1, 2], [3.5]]), np.column_stack([[1, 2], [3, 4]]),
      np.append([1], [2, 3]))
print(np.split(np.arange(6), 3), np.array_split(np.arange(5), 2), np.tile([1, 2], 2))
print(np.repeat([1, 2], 2), np.roll([1, 2, 3], 1))
print(np.flip(a), a.T.tolist(), np.transpose(a).tolist(), np.expand_dims(a, 0).shape)
print(np.squeeze([[1, 2]]), np.moveaxis(np.zeros((2, 3, 4)), 0, 2).shape)
for arrays in ([], [[1], [[2]]], [[[1, 2]], [[1]]]):
    try:
        np.concatenate(arrays)
    except ValueError as error:
        print(error)
# expect: [[1 2]
# expect:  [3 4]
# expect:  [5 6]] [[1 2 1 2]
# expect:  [3 4 3 4]] [1 2 3 4 5 6] (2, 2, 2)
# expect: [[1 2]
# expect:  [3 4]] [1.  2.  3.5] [[1 3]
# expect:  [2 4]] [1 2 3]
# expect: [array([0, 1]), array([2, 3]), array([4, 5])] [array([0, 1, 2]), array([3, 4])] [1 2 1 2]
# expect: [1 1 2 2] [3 1 2]
# expect: [[4 3]
# expect:  [2 1]] [[1, 3], [2, 4]] [[1, 3], [2, 4]] (1, 2, 2)
# expect: [1 2] (3, 4, 2)
# expect: need at least one array to concatenate
# expect: all the input arrays must have same number of dimensions, but the array at index 0 has 1 dimension(s) and the array at index 1 has 2 dimension(s)
# expect: all the input array dimensions except for the concatenation axis must match exactly, but along dimension 1, the array at index 0 has size 2 and the array at index 1 has size 1
