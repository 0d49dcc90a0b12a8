for base in list, tuple, frozenset:
    class WithInit(base):
        def __init__(self, items, extra=None):
            self.extra = extra

    class WithNew(base):
        def __new__(cls, items, extra=None):
            self = base.__new__(cls, items)
            self.extra = extra
            return self

    class Plain(base):
        pass

    print(WithInit([1], extra=2).extra, WithNew([1], extra=3).extra, len(WithInit([1])))
    try:
        print(Plain([1], extra=3))
    except TypeError as error:
        print(error)

# expect: 2 3 0
# expect: list() takes no keyword arguments
# expect: 2 3 1
# expect: tuple() takes no keyword arguments
# expect: 2 3 1
# expect: frozenset() takes no keyword arguments
