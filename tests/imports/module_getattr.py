import _dynamic
print(_dynamic.anything, _dynamic.real)  # expect: made anything real
try:
    _dynamic.refused
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: refused by the module
from _dynamic import something
print(something)  # expect: made something
