# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

for source in ([1, 2], [1.5, 2], [True, False], [[1, 2], [3, 4.5]], 5, [], range(4),
               [np.array([1, 2]), [3, 4]], [[[1]]]):
    made = np.array(source)
    print(made.tolist(), made.dtype, made.shape, made.ndim, made.size)
print(np.array([1.7, -1.7], dtype=int), np.array([0, 2], dtype=bool), np.array([True], dtype=float))
first = np.array([1, 2, 3])
same, copied = np.asarray(first), np.array(first)
first[0] = 9
print(same[0], copied[0], np.asarray(first) is first)
# expect: [1, 2] int64 (2,) 1 2
# expect: [1.5, 2.0] float64 (2,) 1 2
# expect: [True, False] bool (2,) 1 2
# expect: [[1.0, 2.0], [3.0, 4.5]] float64 (2, 2) 2 4
# expect: 5 int64 () 0 1
# expect: [] float64 (0,) 1 0
# expect: [0, 1, 2, 3] int64 (4,) 1 4
# expect: [[1, 2], [3, 4]] int64 (2, 2) 2 4
# expect: [[[1]]] int64 (1, 1, 1) 3 1
# expect: [ 1 -1] [False  True] [1.]
# expect: 9 1 True
