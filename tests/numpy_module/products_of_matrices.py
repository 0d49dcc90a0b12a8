# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

a = np.arange(6).reshape(2, 3)
f = a * 0.5
print(a @ a.T, a.dot([1, 2, 3]), [1, 2] @ a, np.dot(3, a[0]), np.dot(a[0], a[1]), f @ f.T, f.T @ f, f @ f[0], sep="\n")
print((np.ones((4, 2, 3)) @ np.ones((3, 5))).shape, np.matmul(f[:, ::2], f[:, ::2].T), np.outer([1, 2], [3, 4]))
print(np.zeros((2, 0)) @ np.zeros((0, 2)), np.array([True, False]) @ np.array([True, True]), np.inner([1, 2], [3, 4]))
big = np.arange(90000.0).reshape(300, 300) % 11
print(int((big @ big.T).sum()), int(np.trace(big @ big)))
for text in ("a @ 5", "a @ a", "np.dot(np.ones(3), np.ones(4))"):
    try:
        eval(text)
    except ValueError as error:
        print(error)
# expect: [[ 5 14]
# expect:  [14 50]]
# expect: [ 8 26]
# expect: [ 6  9 12]
# expect: [0 3 6]
# expect: 14
# expect: [[ 1.25  3.5 ]
# expect:  [ 3.5  12.5 ]]
# expect: [[2.25 3.   3.75]
# expect:  [3.   4.25 5.5 ]
# expect:  [3.75 5.5  7.25]]
# expect: [1.25 3.5 ]
# expect: (4, 2, 5) [[1.  2.5]
# expect:  [2.5 8.5]] [[3 4]
# expect:  [6 8]]
# expect: [[0. 0.]
# expect:  [0. 0.]] True 11
# expect: 674976609 2249955
# expect: matmul: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)
# expect: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)
# expect: shapes (3,) and (4,) not aligned: 3 (dim 0) != 4 (dim 0)
