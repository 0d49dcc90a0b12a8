import _helper
_helper.new = 5
print(_helper.new, hasattr(_helper, "nothing"), "VALUE" in vars(_helper), "double" in dir(_helper))
# expect: 5 False True True
del _helper.new
try:
    _helper.new
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: module '_helper' has no attribute 'new'
try:
    _helper.nothing
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: module '_helper' has no attribute 'nothing'
from types import ModuleType
m = ModuleType("made", "doc")
m.x = 1
print(m.x, m.__name__, m.__doc__, repr(m), repr(__import__("sys")))
# expect: 1 made doc <module 'made'> <module 'sys' (built-in)>
