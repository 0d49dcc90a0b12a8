# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

a = np.arange(12).reshape(3, 4)
view = a[1:, ::2]
view[0, 0] = 100
print(a, view.base is not None, a[0].base is not None)
a.T[0] = -1
a.reshape(2, 6)[0, 5] = 77
a.ravel()[2] = 66
a.flatten()[3] = 55  # a copy: lost
print(a, a[..., 1], a[:, None].shape, a[-1, ::-1], a[5:], a[1:2, 1:2])
a[1:, 1:] = [7, 8, 9]
a[0] = a[1]
a[:] = a[::-1]
print(a)
# expect: [[  0   1   2   3]
# expect:  [100   5   6   7]
# expect:  [  8   9  10  11]] True True
# expect: [[-1  1 66  3]
# expect:  [-1 77  6  7]
# expect:  [-1  9 10 11]] [ 1 77  9] (3, 1, 4) [11 10  9 -1] [] [[77]]
# expect: [[-1  7  8  9]
# expect:  [-1  7  8  9]
# expect:  [-1  7  8  9]]
