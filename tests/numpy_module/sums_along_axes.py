# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

a = np.arange(12.0).reshape(3, 4)
for name in ("sum", "prod", "min", "max", "mean", "std", "var", "any", "all", "argmin", "argmax", "cumsum", "cumprod"):
    print(name, getattr(a, name)(), getattr(a, name)(0), getattr(a, name)(axis=1), getattr(np, name)(a, -1))
b = np.arange(24).reshape(2, 3, 4)
print(b.sum((0, 2)), b.sum(1).shape, b.sum(-1, keepdims=True).shape, b.T.sum(0), b[:, ::2].sum(2), b.max((1, 2)))
print(np.array([True, True]).sum(), np.array([1, 2]).mean(), np.array([]).sum())
print(a.std(ddof=1), np.array([np.nan, 1]).max())
print(sum(np.array([1, 2])), max(np.array([3, 1])), np.median([3, 1, 2, 4]), np.average([1, 2], weights=[3, 1]))
try:
    np.array([]).max()
except ValueError as error:
    print(error)
# expect: sum 66.0 [12. 15. 18. 21.] [ 6. 22. 38.] [ 6. 22. 38.]
# expect: prod 0.0 [  0.  45. 120. 231.] [   0.  840. 7920.] [   0.  840. 7920.]
# expect: min 0.0 [0. 1. 2. 3.] [0. 4. 8.] [0. 4. 8.]
# expect: max 11.0 [ 8.  9. 10. 11.] [ 3.  7. 11.] [ 3.  7. 11.]
# expect: mean 5.5 [4. 5. 6. 7.] [1.5 5.5 9.5] [1.5 5.5 9.5]
# expect: std 3.452052529534663 [3.26598632 3.26598632 3.26598632 3.26598632] [1.11803399 1.11803399 1.11803399] [1.11803399 1.11803399 1.11803399]
# expect: var 11.916666666666666 [10.66666667 10.66666667 10.66666667 10.66666667] [1.25 1.25 1.25] [1.25 1.25 1.25]
# expect: any True [ True  True  True  True] [ True  True  True] [ True  True  True]
# expect: all False [False  True  True  True] [False  True  True] [False  True  True]
# expect: argmin 0 [0 0 0 0] [0 0 0] [0 0 0]
# expect: argmax 11 [2 2 2 2] [3 3 3] [3 3 3]
# expect: cumsum [ 0.  1.  3.  6. 10. 15. 21. 28. 36. 45. 55. 66.] [[ 0.  1.  2.  3.]
# expect:  [ 4.  6.  8. 10.]
# expect:  [12. 15. 18. 21.]] [[ 0.  1.  3.  6.]
# expect:  [ 4.  9. 15. 22.]
# expect:  [ 8. 17. 27. 38.]] [[ 0.  1.  3.  6.]
# expect:  [ 4.  9. 15. 22.]
# expect:  [ 8. 17. 27. 38.]]
# expect: cumprod [0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0.] [[  0.   1.   2.   3.]
# expect:  [  0.   5.  12.  21.]
# expect:  [  0.  45. 120. 231.]] [[0.00e+00 0.00e+00 0.00e+00 0.00e+00]
# expect:  [4.00e+00 2.00e+01 1.20e+02 8.40e+02]
# expect:  [8.00e+00 7.20e+01 7.20e+02 7.92e+03]] [[0.00e+00 0.00e+00 0.00e+00 0.00e+00]
# expect:  [4.00e+00 2.00e+01 1.20e+02 8.40e+02]
# expect:  [8.00e+00 7.20e+01 7.20e+02 7.92e+03]]
# expect: [ 60  92 124] (2, 4) (2, 3, 1) [[ 6 54]
# expect:  [22 70]
# expect:  [38 86]] [[ 6 38]
# expect:  [54 86]] [11 23]
# expect: 2 1.5 0.0
# expect: 3.605551275463989 nan
# expect: 3 3 2.5 1.25
# expect: zero-size array to reduction operation maximum which has no identity
