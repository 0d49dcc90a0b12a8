# NamedTuple, TypedDict, Protocol, get_type_hints, overload, final.
from typing import (ClassVar, List, NamedTuple, Optional, Protocol, Required, TypedDict, final, get_type_hints, overload,
                    runtime_checkable, SupportsInt, SupportsIndex, NotRequired)


class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 5

    def total(self):
        return self.x + self.y


print(Point(1), Point(1, 2).total(), Point._fields, Point._field_defaults, Point.__doc__)
# expect: Point(x=1, y=5) 3 ('x', 'y') {'y': 5} A point.
print(Point.__annotations__, Point.__mro__, isinstance(Point(1), tuple))
# expect: {'x': <class 'int'>, 'y': <class 'int'>} (<class '__main__.Point'>, <class 'tuple'>, <class 'object'>) True
Pair = NamedTuple("Pair", [("a", int), ("b", str)])
print(Pair(1, "x"), Pair.__module__)  # expect: Pair(a=1, b='x') __main__


class Movie(TypedDict):
    name: str
    year: int


class Rated(Movie, total=False):
    stars: float
    must: Required[int]


print(Movie(name="m", year=1), type(Movie(name="m", year=1)), Rated.__required_keys__ == {"name", "year", "must"})
# expect: {'name': 'm', 'year': 1} <class 'dict'> True
print(Rated.__optional_keys__, Rated.__total__, list(Rated.__annotations__))
# expect: frozenset({'stars'}) False ['name', 'year', 'stars', 'must']
Other = TypedDict("Other", {"a": int})
print(Other(a=1), Other.__name__)  # expect: {'a': 1} Other


@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None:
        ...


class Door:
    def close(self):
        pass


class Explicit(Closeable):
    pass


class Silent(Protocol):
    def speak(self):
        ...


print(isinstance(Door(), Closeable), isinstance(3, Closeable), issubclass(Door, Closeable), isinstance(Explicit(), Closeable))
# expect: True False True True
print(isinstance(3, SupportsInt), isinstance("x", SupportsIndex))  # expect: True False
for action in (lambda: Closeable(), lambda: isinstance(3, Silent)):
    try:
        action()
    except TypeError as error:
        print(error)
# expect: Protocols cannot be instantiated
# expect: Instance and class checks can only be used with @runtime_checkable protocols


class WithInit(Protocol):
    def speak(self):
        ...


class Speaker(WithInit):
    def __init__(self, word):
        self.word = word


class Quiet(WithInit):
    pass


print(Speaker("hi").word, type(Quiet()).__name__)  # expect: hi Quiet


class Node:
    value: int
    next: "Optional[Node]"
    count: ClassVar[int] = 0

    def link(self, other: "Node", names: List["str"] = None) -> None:
        pass


print(get_type_hints(Node))
# expect: {'value': <class 'int'>, 'next': typing.Optional[__main__.Node], 'count': typing.ClassVar[int]}
print(get_type_hints(Node.link))
# expect: {'other': <class '__main__.Node'>, 'names': typing.List[str], 'return': <class 'NoneType'>}


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


print(double(2), double("a"))  # expect: 4 aa


@final
class Last:
    pass


print(Last.__final__)  # expect: True
