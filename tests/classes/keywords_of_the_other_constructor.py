for base in list, tuple, set, frozenset:
    class WithInit(base):
        def __init__(self, items, extra=None):
            self.extra = extra

    class WithNew(base):
        def __new__(cls, items, extra=None):
            self = base.__new__(cls, items)
            self.extra = extra
            return self

    print(WithInit([1], extra=2).extra, WithNew([1], extra=3).extra, list(WithNew([1], extra=3)))
    try:
        class Plain(base):
            pass

        print(Plain([1], extra=3))
    except TypeError as error:
        print(error)

# expect: 2 3 [1]
# expect: list() takes no keyword arguments
# expect: 2 3 [1]
# expect: tuple() takes no keyword arguments
# expect error: TypeError: set() takes no keyword arguments
