# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

print(np.linalg.norm([3, 4]), np.linalg.norm([[1, 2], [3, 4]]), np.linalg.norm([1, -5], np.inf))
print(np.linalg.norm([3, 4], 1))
print(np.linalg.solve([[2, 1], [1, 3]], [3, 5]), np.linalg.inv([[2.0, 0], [0, 4]]))
print(np.round(np.linalg.det([[1, 2], [3, 4]]), 6))
try:
    np.linalg.inv([[1, 2], [2, 4]])
except np.linalg.LinAlgError as error:
    print(error)
# expect: 5.0 5.477225575051661 5.0
# expect: 7.0
# expect: [0.8 1.4] [[0.5  0.  ]
# expect:  [0.   0.25]]
# expect: -2.0
# expect: Singular matrix
