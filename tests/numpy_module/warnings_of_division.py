# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
# Division by zero is a warning, and the result inf, nan or 0.
import warnings

import numpy as np

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(np.array([1.0, -1.0, 0.0]) / 0, np.array([5]) // 0, np.array([5]) % 0, np.log(np.array([0.0])), np.sqrt(-1.0))
    print(np.exp(np.array([1000.0])), np.float64(1) / 0, np.array([1e308]) * 10)
for warning in seen:
    print(warning.category.__name__, warning.message)
# expect: [ inf -inf  nan] [0] [0] [-inf] nan
# expect: [inf] inf [inf]
# expect: RuntimeWarning divide by zero encountered in divide
# expect: RuntimeWarning invalid value encountered in divide
# expect: RuntimeWarning divide by zero encountered in floor_divide
# expect: RuntimeWarning divide by zero encountered in remainder
# expect: RuntimeWarning divide by zero encountered in log
# expect: RuntimeWarning invalid value encountered in sqrt
# expect: RuntimeWarning overflow encountered in exp
# expect: RuntimeWarning divide by zero encountered in scalar divide
# expect: RuntimeWarning overflow encountered in multiply
