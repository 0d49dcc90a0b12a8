# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

print(np.zeros(3), np.ones((2, 2)), np.full(3, 7), np.full((2,), 1.5), np.eye(2), np.identity(2, int))
print(np.arange(5), np.arange(5.0), np.arange(2, 8, 3), np.arange(10, 0, -3), np.arange(0, 1, 0.1), np.arange(0))
print(np.linspace(0, 1, 5), np.linspace(0, 1, 4, endpoint=False), np.linspace(2, 3, 1), np.logspace(0, 2, 3))
print(np.zeros_like([1, 2]), np.ones_like([[1.5]]), np.full_like([1, 2], 5), np.diag([1, 2]), np.tri(2))
# expect: [0. 0. 0.] [[1. 1.]
# expect:  [1. 1.]] [7 7 7] [1.5 1.5] [[1. 0.]
# expect:  [0. 1.]] [[1 0]
# expect:  [0 1]]
# expect: [0 1 2 3 4] [0. 1. 2. 3. 4.] [2 5] [10  7  4  1] [0.  0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9] []
# expect: [0.   0.25 0.5  0.75 1.  ] [0.   0.25 0.5  0.75] [2.] [  1.  10. 100.]
# expect: [0 0] [[1.]] [5 5] [[1 0]
# expect:  [0 2]] [[1. 0.]
# expect:  [1. 1.]]
