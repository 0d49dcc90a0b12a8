# The methods dataclass writes: __init__, __repr__, __eq__, order, __hash__, frozen, slots, __match_args__.
from dataclasses import KW_ONLY, FrozenInstanceError, dataclass, field, fields


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    hidden: int = field(default=9, repr=False, compare=False)


print(Point(1), Point(1, 2) == Point(1, 2, hidden=3), Point(1) != Point(2))
# expect: Point(x=1, y=0, tags=[]) True True
a, b = Point(1), Point(1)
a.tags.append("t")
print(a, b, a == b, Point(1) == 1)  # expect: Point(x=1, y=0, tags=['t']) Point(x=1, y=0, tags=[]) False False
print(Point.__doc__)  # expect: Point(x: int, y: int = 0, tags: list = <factory>, hidden: int = 9)
print(Point.__match_args__, [one.name for one in fields(Point)])
# expect: ('x', 'y', 'tags', 'hidden') ['x', 'y', 'tags', 'hidden']
print(Point.__init__.__annotations__, Point.y)
# expect: {'x': <class 'int'>, 'y': <class 'int'>, 'tags': <class 'list'>, 'hidden': <class 'int'>, 'return': None} 0
for action in (lambda: Point(), lambda: Point(1, 2, 3, 4, 5), lambda: hash(a), lambda: Point(1) < Point(2)):
    try:
        action()
    except TypeError as error:
        print(error)
# expect: Point.__init__() missing 1 required positional argument: 'x'
# expect: Point.__init__() takes from 2 to 5 positional arguments but 6 were given
# expect: unhashable type: 'Point'
# expect: '<' not supported between instances of 'Point' and 'Point'
match Point(5, 6):
    case Point(x, y):
        print("matched", x, y)  # expect: matched 5 6


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0


print(Version(1, 2) < Version(1, 3), max(Version(1), Version(0, 9)), {Version(1): "one"}[Version(1, 0)])
# expect: True Version(major=1, minor=0) one
for action in (lambda: setattr(Version(1), "major", 2), lambda: delattr(Version(1), "major"),
               lambda: setattr(Version(1), "other", 2)):
    try:
        action()
    except FrozenInstanceError as error:
        print(error, isinstance(error, AttributeError))
# expect: cannot assign to field 'major' True
# expect: cannot delete field 'major' True
# expect: cannot assign to field 'other' True


@dataclass(slots=True)
class Slim:
    a: int
    b: int = 5


slim = Slim(1)
print(slim, Slim.__slots__, hasattr(slim, "__dict__"))  # expect: Slim(a=1, b=5) ('a', 'b') False
try:
    slim.c = 1
except AttributeError as error:
    print(error)  # expect: 'Slim' object has no attribute 'c'


@dataclass(slots=True, frozen=True)
class Both:
    a: int


try:
    Both(1).a = 2
except FrozenInstanceError as error:
    print(error, Both(3))  # expect: cannot assign to field 'a' Both(a=3)


@dataclass
class Keywords:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int = field(kw_only=True)


print(Keywords(1, c=3))  # expect: Keywords(a=1, b=2, c=3)
try:
    Keywords(1, 2, c=3)
except TypeError as error:
    print(error)
# expect: Keywords.__init__() takes 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
try:
    @dataclass
    class Wrong:
        a: int = 1
        b: int
except TypeError as error:
    print(error)  # expect: non-default argument 'b' follows default argument
try:
    @dataclass
    class Mutable:
        a: list = []
except ValueError as error:
    print(error)  # expect: mutable default <class 'list'> for field a is not allowed: use default_factory


@dataclass
class Node:
    value: int
    next: "Node" = None


node = Node(1)
node.next = node
print(node)  # expect: Node(value=1, next=...)


@dataclass(repr=False, eq=False)
class Bare:
    a: int

    def __repr__(self):
        return "bare"


print(Bare(1), Bare(1) == Bare(1), hash(Bare(1)) is not None)  # expect: bare False True
