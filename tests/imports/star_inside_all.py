import _stars

_stars.__all__ = ['*']
_stars.__path__ = []
try:
    exec('from _stars import *')
except AttributeError as error:
    print(error)
_stars.__all__ = [1]
try:
    exec('from _stars import *')
except TypeError as error:
    print(error)

# expect: module '_stars' has no attribute '*'
# expect: Item in _stars.__all__ must be str, not int
