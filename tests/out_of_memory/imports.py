# every allocation fails once
import bisect
import math
import operator
from _helper import Thing, combine

print(math.floor(2.5), operator.add(1, 2), bisect.bisect([1, 2, 3], 2))  # expect: 2 3 2
print(combine(Thing("a"), Thing("b")))  # expect: ['a', 'b']
try:
    import missing_module
except ImportError as error:
    print(error)  # expect: No module named 'missing_module'
