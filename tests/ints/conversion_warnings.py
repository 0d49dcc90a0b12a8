import operator
import warnings


class Text(float):
    pass


class Number:
    def __index__(self):
        return True

    def __float__(self):
        return Text(2.5)


class Old:
    def __trunc__(self):
        return 7


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(operator.index(Number()), float(Number()), int(Old()), bool(NotImplemented))
    for each in seen:
        print(each.category.__name__, each.message)

# expect: 1 2.5 7 True
# expect: DeprecationWarning __index__ returned non-int (type bool).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning Number.__float__ returned non-float (type Text).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning The delegation of int() to __trunc__ is deprecated.
# expect: DeprecationWarning NotImplemented should not be used in a boolean context
