# __new__ of a base enumeration makes the members of the next; __init__ runs for aliases too.
from enum import Enum, Flag, IntEnum, StrEnum, auto
import pickle
import warnings


class Described(IntEnum):
    def __new__(cls, value, description=''):
        made = int.__new__(cls, value)
        made._value_ = value
        made.description = description
        return made


class Step(Described):
    FIRST = 1, 'one'
    SECOND = 2, 'two'


print(list(Step), Step(2).description, 'description' in dir(Step.FIRST))


class Numbered(Enum):
    def __new__(cls):
        made = object.__new__(cls)
        made._value_ = len(cls.__members__) + 1
        return made


class Color(Numbered):
    RED = ()
    BLUE = ()


print(list(Color), Color(2))


class NoAlias(Enum):
    def __init__(self, *args):
        if any(self.value == other.value for other in type(self)):
            raise ValueError(f'{self.name} is an alias')


try:
    class Broken(NoAlias):
        A = 1
        B = 1
except ValueError as error:
    print(error)
try:
    class Text(StrEnum):
        ONE = 1
except TypeError as error:
    print(error)


class Auto(Enum):
    ONE = auto()
    TWO = auto(), auto()
    THREE = auto(), auto(), 'x'


print([member.value for member in Auto], auto())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')

    class Mixed(Enum):
        A = 'a'
        B = 2
        C = auto()
print(Mixed.C, [warning.category.__name__ for warning in caught])


class Permission(Flag):
    R = 4
    W = 2
    X = 1


both = Permission.R | Permission.W
print(all(pickle.loads(pickle.dumps(both, protocol)) is both for protocol in range(6)))
print(pickle.loads(pickle.dumps(Permission(0))))
# expect: [<Step.FIRST: 1>, <Step.SECOND: 2>] two True
# expect: [<Color.RED: 1>, <Color.BLUE: 2>] Color.BLUE
# expect: B is an alias
# expect: 1 is not a string
# expect: [1, (2, 3), (4, 5, 'x')] auto(_auto_null)
# expect: Mixed.C ['DeprecationWarning']
# expect: True
# expect: Permission(0)
