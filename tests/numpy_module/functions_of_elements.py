# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

x = np.array([0.25, 1.0, 2.5])
for name in ("sqrt", "exp", "log", "log2", "log10", "cos", "arctan", "tanh", "floor", "ceil", "rint", "trunc", "square",
             "sign"):
    print(name, getattr(np, name)(x), getattr(np, name)(np.array([1, 4])).dtype)
for name in ("maximum", "minimum", "power", "arctan2", "hypot", "floor_divide", "remainder", "logical_and", "greater"):
    print(name, getattr(np, name)(x, 2), getattr(np, name)([1, 2], [3, 1]))
print(np.isnan([1, np.nan]), np.isinf([np.inf, 1]), np.isfinite([np.nan, 1]), np.maximum(np.nan, 1))
print(np.clip([1, 5, 9], 2, 6))
print(np.round([1.234, 5.678], 1), np.round(2.5), x.round(), x.clip(1), np.abs([-1, 2]), np.around([15, 25], -1))
# expect: sqrt [0.5        1.         1.58113883] float64
# expect: exp [ 1.28402542  2.71828183 12.18249396] float64
# expect: log [-1.38629436  0.          0.91629073] float64
# expect: log2 [-2.          0.          1.32192809] float64
# expect: log10 [-0.60205999  0.          0.39794001] float64
# expect: cos [ 0.96891242  0.54030231 -0.80114362] float64
# expect: arctan [0.24497866 0.78539816 1.19028995] float64
# expect: tanh [0.24491866 0.76159416 0.9866143 ] float64
# expect: floor [0. 1. 2.] float64
# expect: ceil [1. 1. 3.] float64
# expect: rint [0. 1. 2.] float64
# expect: trunc [0. 1. 2.] float64
# expect: square [0.0625 1.     6.25  ] int64
# expect: sign [1. 1. 1.] int64
# expect: maximum [2.  2.  2.5] [3 2]
# expect: minimum [0.25 1.   2.  ] [1 1]
# expect: power [0.0625 1.     6.25  ] [1 2]
# expect: arctan2 [0.12435499 0.46364761 0.89605538] [0.32175055 1.10714872]
# expect: hypot [2.01556444 2.23606798 3.20156212] [3.16227766 2.23606798]
# expect: floor_divide [0. 0. 1.] [0 2]
# expect: remainder [0.25 1.   0.5 ] [1 0]
# expect: logical_and [ True  True  True] [ True  True]
# expect: greater [False False  True] [False  True]
# expect: [False  True] [ True False] [False  True] nan
# expect: [2 5 6]
# expect: [1.2 5.7] 2.0 [0. 1. 2.] [1.  1.  2.5] [1 2] [20 20]
