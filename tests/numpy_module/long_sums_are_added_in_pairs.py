# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
# The error of a long sum is that of its few last additions.
import numpy as np

values = np.sqrt(np.arange(100000.0))
print(repr(values.sum()), repr(values[::3].sum()), repr(values.mean()))
square = np.sqrt(np.arange(90000.0)).reshape(300, 300)
print(repr(square.sum()), repr(float(square.sum(0)[7])), repr(float(square.sum(1)[7])), repr(float(square.T.sum())))
print(repr(float(square.var())), repr(float(square.std(0)[5])), repr(float(values.cumsum()[-1])))
# expect: 21081692.746151723 7027336.033689469 210.81692746151722
# expect: 17999849.792252664 59855.78286544909 14226.02996200295 17999849.792252664
# expect: 5000.167587202683 71.06438825796295 21081692.74615191
