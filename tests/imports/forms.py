import math
import math as m
from math import sqrt, floor as fl
import os.path, sys as system
from collections import (
    deque,
    Counter as C,
)
print(math is m, sqrt(16), fl(2.7), os.path.basename("a/b"), system is __import__("sys"), deque, C.__name__)
# expect: True 4.0 2 b True <class 'collections.deque'> Counter
from math import *
print(cos(0), pi > 3, "tau" in globals())  # expect: 1.0 True True
