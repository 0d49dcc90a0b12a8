import warnings

class Own(float):
    def __float__(self):
        return Own(42.0)

warnings.simplefilter('error')
try:
    float(Own(1.0))
except DeprecationWarning as warning:
    print(warning)

# expect: Own.__float__ returned non-float (type Own).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.
