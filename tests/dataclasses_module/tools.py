# Inheritance, __post_init__, InitVar, ClassVar, asdict, astuple, replace, make_dataclass.
from dataclasses import InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Derived(Base):
    c: int = 3
    a: str = "x"


print(Derived(), Derived(1, 2, 3))  # expect: Derived(a='x', b=2, c=3) Derived(a=1, b=2, c=3)


@dataclass
class Area:
    count: ClassVar[int] = 0
    width: float
    height: float
    scale: InitVar[float] = 1.0
    area: float = field(init=False)

    def __post_init__(self, scale):
        self.area = self.width * self.height * scale
        Area.count += 1


print(Area(2, 3), Area(2, 3, 10).area, Area.count, [one.name for one in fields(Area)])
# expect: Area(width=2, height=3, area=6.0) 60 2 ['width', 'height', 'area']


@dataclass
class Team:
    name: str
    members: list
    extra: dict = field(default_factory=dict)


team = Team("t", [Base(1), Base(3, 4)], {"k": (Base(5),)})
print(asdict(team))
# expect: {'name': 't', 'members': [{'a': 1, 'b': 2}, {'a': 3, 'b': 4}], 'extra': {'k': ({'a': 5, 'b': 2},)}}
print(astuple(team))  # expect: ('t', [(1, 2), (3, 4)], {'k': ((5, 2),)})
print(replace(Base(1), b=7), is_dataclass(Base), is_dataclass(Base(1)), is_dataclass(3))
# expect: Base(a=1, b=7) True True False
for action in (lambda: replace(Area(1, 2), area=3), lambda: asdict(Base), lambda: fields(3)):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(error)
# expect: field area is declared with init=False, it cannot be specified with replace()
# expect: asdict() should be called on dataclass instances
# expect: must be called with a dataclass type or instance
Made = make_dataclass("Made", ["x", ("y", int), ("z", int, field(default=5))], namespace={"total": lambda self: self.y + self.z})
print(Made(1, 2), Made(1, 2).total())  # expect: Made(x=1, y=2, z=5) 7


@dataclass
class WithMetadata:
    a: int = field(default=1, metadata={"unit": "m"})


print(fields(WithMetadata)[0].metadata["unit"], fields(WithMetadata)[0].default)  # expect: m 1


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: int = field(hash=False, default=0)


print(hash(Hashed(1, 2)) == hash(Hashed(1, 3)), Hashed(1, 2) == Hashed(1, 3))  # expect: True False
try:
    @dataclass(frozen=True)
    class Cold(Base):
        pass
except TypeError as error:
    print(error)  # expect: cannot inherit frozen dataclass from a non-frozen one


@dataclass
class OldStyle:
    x: "int"
    shared: "ClassVar[int]" = 4


print(OldStyle(1), OldStyle.shared)  # expect: OldStyle(x=1) 4
