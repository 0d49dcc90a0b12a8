# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

a = np.array([[3, 1, 2], [9, 7, 8]])
print(np.sort(a), np.sort(a, axis=0), np.sort(a, axis=None), a.argsort(), np.argsort([3, 1, 2, 1]),
      np.sort([np.nan, 1, 0]))
a.sort()
print(a, np.unique([3, 1, 1, 2]), np.unique([3, 1, 1], return_counts=True))
print(np.unique([[2, 1], [1, 2]], return_inverse=True))
print(np.searchsorted([1, 3, 5], [0, 3, 9]), np.searchsorted([1, 3, 5], 3, side="right"), np.isin([1, 2, 3], [2, 5]))
# expect: [[1 2 3]
# expect:  [7 8 9]] [[3 1 2]
# expect:  [9 7 8]] [1 2 3 7 8 9] [[1 2 0]
# expect:  [1 2 0]] [1 3 2 0] [ 0.  1. nan]
# expect: [[1 2 3]
# expect:  [7 8 9]] [1 2 3] (array([1, 3]), array([2, 1]))
# expect: (array([1, 2]), array([1, 0, 0, 1]))
# expect: [0 1 3] 2 [False  True False]
