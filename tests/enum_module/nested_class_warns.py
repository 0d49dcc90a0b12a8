# A class inside an enumeration is a member, with a warning that this will change.
import enum
import warnings

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")

    class Outer(enum.Enum):
        A = 1

        class Inner:
            pass


print(list(Outer), log[0].category.__name__, log[0].lineno)
# expect: [<Outer.A: 1>, <Outer.Inner: <class '__main__.Outer.Inner'>>] DeprecationWarning 11
