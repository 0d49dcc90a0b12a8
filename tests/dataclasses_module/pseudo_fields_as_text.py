# ClassVar and InitVar under from __future__ import annotations: by another name, with spaces, through the module.
from __future__ import annotations
import dataclasses
import typing
from dataclasses import InitVar, dataclass, fields
from typing import ClassVar

Counter = ClassVar[int]
Given = InitVar[int]


@dataclass
class Point:
    a: Counter
    b: ClassVar
    c: typing . ClassVar [ str ]
    x: int
    seed: Given = 3
    other: dataclasses.InitVar[int] = 4
    not_special: typing.List[ClassVar] = None

    def __post_init__(self, seed, other):
        print(seed, other)


print([field.name for field in fields(Point)], Point(1))

# expect: 3 4
# expect: ['x', 'not_special'] Point(x=1, not_special=None)
