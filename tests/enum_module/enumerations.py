# Enumerations: members, look-up, aliases, auto, iteration, mixed-in types, texts, errors.
import copy
import enum
from enum import Enum, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def lower(self):
        return self.name.lower()

    def shout(self):
        return self.name + "!"

    @classmethod
    def first(cls):
        return next(iter(cls))


print(Color.RED, repr(Color.GREEN), Color)  # expect: Color.RED <Color.GREEN: 2> <enum 'Color'>
print(Color(2), Color["RED"], Color.CRIMSON, Color.CRIMSON is Color.RED)  # expect: Color.GREEN Color.RED Color.RED True
print(list(Color), len(Color), list(reversed(Color)))
# expect: [<Color.RED: 1>, <Color.GREEN: 2>] 2 [<Color.GREEN: 2>, <Color.RED: 1>]
print(dict(Color.__members__))
# expect: {'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'CRIMSON': <Color.RED: 1>}
print(Color.RED.name, Color.RED.value, Color.RED.lower, Color.RED.shout(), Color.first())  # expect: RED 1 red RED! Color.RED
print(Color.RED == 1, Color.RED == Color.RED, Color.RED != Color.GREEN, Color.RED in Color)  # expect: False True True True
print({Color.RED: "r"}[Color.RED], f"{Color.RED:>12}|", isinstance(Color.RED, Color))  # expect: r    Color.RED| True
print(copy.deepcopy(Color.RED) is Color.RED, bool(Color.RED))  # expect: True True
for action in (lambda: Color(7), lambda: Color["BLUE"], lambda: setattr(Color, "RED", 5), lambda: delattr(Color, "RED"),
               lambda: Color.RED < Color.GREEN, lambda: Color("More", "A B"), lambda: setattr(Color.RED, "value", 3),
               lambda: Color.BLUE):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
# expect: ValueError 7 is not a valid Color
# expect: KeyError 'BLUE'
# expect: AttributeError cannot reassign member 'RED'
# expect: AttributeError 'Color' cannot delete member 'RED'.
# expect: TypeError '<' not supported between instances of 'Color' and 'Color'
# expect: TypeError <enum 'More'> cannot extend <enum 'Color'>
# expect: AttributeError <enum 'Enum'> cannot set attribute 'value'
# expect: AttributeError BLUE


class Number(IntEnum):
    ONE = auto()
    TWO = auto()
    TEN = 10
    ELEVEN = auto()


print(Number.TWO, repr(Number.TWO), Number.TWO + 1, Number.TWO < 3, f"{Number.ELEVEN:03}", [10, 20, 30][Number.ONE])
# expect: 2 <Number.TWO: 2> 3 True 011 20
print(Number(10), isinstance(Number.ONE, int), max(Number))  # expect: 10 True 11


class Word(StrEnum):
    HELLO = auto()
    BYE = "good bye"


print(Word.HELLO, repr(Word.BYE), Word.HELLO + "!", Word("hello") is Word.HELLO)
# expect: hello <Word.BYE: 'good bye'> hello! True


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.4e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return self.mass / self.radius


print(Planet.MARS.mass, Planet.EARTH.value, round(Planet.EARTH.density / 1e15))
# expect: 6.4e+23 (5.97e+24, 6370000.0) 937


class Coordinate(bytes, Enum):
    def __new__(cls, value, label):
        made = bytes.__new__(cls, [value])
        made._value_ = value
        made.label = label
        return made

    X = (1, "x axis")
    Y = (2, "y axis")


print(Coordinate(2).label, Coordinate.X.value, Coordinate.X[0])  # expect: y axis 1 1


class Fallback(Enum):
    A = "a"
    OTHER = None

    @classmethod
    def _missing_(cls, value):
        return cls.OTHER


print(Fallback("zzz"), Fallback("a"))  # expect: Fallback.OTHER Fallback.A
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.__module__)  # expect: [<Animal.CAT: 1>, <Animal.DOG: 2>] __main__
print(list(Enum("Pairs", {"A": 5, "B": 6})), list(IntEnum("From", ["X", "Y"], start=7)))
# expect: [<Pairs.A: 5>, <Pairs.B: 6>] [<From.X: 7>, <From.Y: 8>]
try:
    @unique
    class Doubled(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)  # expect: duplicate values found in <enum 'Doubled'>: B -> A
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as error:
    print(error)  # expect: 'A' already defined as 1


class Named(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name * 2

    A = auto()
    B = auto()


print([one.value for one in Named])  # expect: ['AA', 'BB']


class Functions(Enum):
    _ignore_ = ["scratch"]
    scratch = 3
    double = enum.member(lambda x: x * 2)
    plain = enum.nonmember(5)


print(Functions.double.value(4), Functions.plain, hasattr(Functions, "scratch"))  # expect: 8 5 False
match Color(1):
    case Color.RED:
        print("matched")  # expect: matched
print(isinstance(Color, enum.EnumMeta), enum.EnumMeta is enum.EnumType)  # expect: True True


class Lists(Enum):
    A = [1]
    B = [2]


print(Lists([2]))  # expect: Lists.B
