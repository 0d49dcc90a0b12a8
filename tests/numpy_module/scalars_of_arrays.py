# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

a = np.array([1, 2])
print(type(a[0]), type(a.sum()), type(a.mean()), type(a[0] > 1), type(a.tolist()[0]), type(a.item(0)), type(a[0] / 2))
print(isinstance(np.float64(1), float), isinstance(np.int64(1), int), repr(np.float64(2)))
print(np.int64(7) // 2, np.int64(7) / 2)
print({np.int64(1): "one"}[1], hash(np.int64(5)) == hash(5), [10, 20][np.int64(1)], range(np.int64(3)))
print(2 ** np.int64(3))
print(f"{np.int64(5):03d} {np.float64(1.256):.2f} {np.bool_(True)}", np.float64("1.5"))
print(np.int64(3.9), float(a[1]), int(a[1]))
print(np.float64(1) + np.array([1, 2]), np.int64(2) * a, np.float64(3).dtype, np.int64(4).shape, not np.bool_(False))
print(a.dtype == np.int64, a.dtype == int, a.dtype == "int64", np.dtype(float))
print(repr(a.dtype), a.dtype.itemsize, a.astype(bool))
# expect: <class 'numpy.int64'> <class 'numpy.int64'> <class 'numpy.float64'> <class 'numpy.bool_'> <class 'int'> <class 'int'> <class 'numpy.float64'>
# expect: True False 2.0
# expect: 3 3.5
# expect: one True 20 range(0, 3)
# expect: 8
# expect: 005 1.26 True 1.5
# expect: 3 2.0 2
# expect: [2. 3.] [2 4] float64 () True
# expect: True True True float64
# expect: dtype('int64') 8 [ True  True]
