import _helper
import _helper as again
from _helper import VALUE, double as twice
print(_helper.VALUE, VALUE, twice(4), again is _helper, _helper.__name__, _helper.counter())
# expect: 7 7 8 True _helper 1
_helper.VALUE = 99
print(VALUE, _helper.VALUE, _helper.read_value(), "_helper" in __import__("sys").modules)  # expect: 7 99 99 True
print(_helper.__file__.endswith("_helper.py"), type(_helper).__name__)  # expect: True module
