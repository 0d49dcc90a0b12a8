# expect line: 11
# expect error: DeprecationWarning: gone soon
# A warning that is an error is raised where warn() stands: no frame of the library is in its traceback.
import traceback
import warnings

warnings.simplefilter('error')


def old():
    warnings.warn('gone soon', DeprecationWarning)


try:
    old()
except DeprecationWarning as error:
    print(error, [row.name for row in traceback.extract_tb(error.__traceback__)])
try:
    warnings.warn_explicit('x', UserWarning, 'file', 3, module_globals=5)
except TypeError as error:
    print(error)
old()

# expect: gone soon ['<module>', 'old']
# expect: module_globals must be a dict, not 'int'
