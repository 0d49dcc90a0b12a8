# Annotations as objects: their texts, equality, origin, arguments.
import typing
from typing import (Annotated, Any, Callable, ClassVar, Dict, Final, Generic, Iterable, List, Literal, Mapping, NewType,
                    NoReturn, Optional, Sequence, Set, Tuple, Type, TypeVar, Union, cast, get_args, get_origin)

T = TypeVar("T")
K = TypeVar("K", bound=int)
for one in (Any, List, List[int], Dict[str, List[int]], Optional[int], Union[int, str], Union[int, str, None], Tuple[int, ...],
            Tuple[()], Callable, Callable[[int, str], bool], Callable[..., Any], Literal["a", 1, True], ClassVar[int],
            Final, Type[int], Sequence[T], Mapping[str, T], T, K, NoReturn, Annotated[int, "unit", 3], Iterable["Later"],
            List[List[T]], Set[float], Union[int, List[str]], Literal["x"]):
    print(one)
# expect: typing.Any
# expect: typing.List
# expect: typing.List[int]
# expect: typing.Dict[str, typing.List[int]]
# expect: typing.Optional[int]
# expect: typing.Union[int, str]
# expect: typing.Union[int, str, NoneType]
# expect: typing.Tuple[int, ...]
# expect: typing.Tuple[()]
# expect: typing.Callable
# expect: typing.Callable[[int, str], bool]
# expect: typing.Callable[..., typing.Any]
# expect: typing.Literal['a', 1, True]
# expect: typing.ClassVar[int]
# expect: typing.Final
# expect: typing.Type[int]
# expect: typing.Sequence[~T]
# expect: typing.Mapping[str, ~T]
# expect: ~T
# expect: ~K
# expect: typing.NoReturn
# expect: typing.Annotated[int, 'unit', 3]
# expect: typing.Iterable[ForwardRef('Later')]
# expect: typing.List[typing.List[~T]]
# expect: typing.Set[float]
# expect: typing.Union[int, typing.List[str]]
# expect: typing.Literal['x']
print(Union[int, Union[str, int]] == Union[str, int], Optional[int] == Union[None, int], Union[int] is int)
# expect: True True True
print(hash(List[int]) == hash(List[int]), List[int] == List[str], {List[int]: 1}[List[int]])  # expect: True False 1
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(list[int]))
# expect: <class 'list'> (<class 'str'>, <class 'int'>) ([<class 'int'>], <class 'str'>) <class 'list'>
print(get_origin(Union[int, str]), get_origin(int | str), get_args(Literal[1, 2]), get_origin(5))
# expect: typing.Union <class 'types.UnionType'> (1, 2) None
print(List[T][int], Dict[str, T][int], Dict[T, T].__parameters__)  # expect: typing.List[int] typing.Dict[str, int] (~T,)
print(T | int, List[int] | None, isinstance([], typing.List))  # expect: typing.Union[~T, int] typing.Optional[typing.List[int]] True
UserId = NewType("UserId", int)
print(UserId(5), UserId.__supertype__, cast(int, "x"), typing.TYPE_CHECKING)  # expect: 5 <class 'int'> x False
for action in (lambda: Dict[int], lambda: Union[()], lambda: Any(), lambda: List(), lambda: Optional[1, 2],
               lambda: isinstance([], List[int]), lambda: Callable[int], lambda: isinstance(1, Any)):
    try:
        action()
    except TypeError as error:
        print(error)
# expect: Too few arguments for typing.Dict; actual 1, expected 2
# expect: Cannot take a Union of no types.
# expect: Any cannot be instantiated
# expect: Type List cannot be instantiated; use list() instead
# expect: typing.Optional requires a single type. Got (1, 2).
# expect: Subscripted generics cannot be used with class and instance checks
# expect: Callable must be used as Callable[[arg, ...], result].
# expect: typing.Any cannot be used with isinstance()


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


stack = Stack[int]()
stack.push(1)
print(stack.items, Stack[int], Stack.__parameters__, Stack[int] == Stack[int], stack.__orig_class__)
# expect: [1] __main__.Stack[int] (~T,) True __main__.Stack[int]


class IntStack(Stack[int]):
    pass


class Named(Dict[str, T]):
    pass


print(IntStack.__bases__, IntStack.__orig_bases__, Named.__mro__[1:3], Named[int]({"a": 1}))
# expect: (<class '__main__.Stack'>,) (__main__.Stack[int],) (<class 'dict'>, <class 'typing.Generic'>) {'a': 1}
try:
    Stack[int, str]
except TypeError as error:
    print(error)  # expect: Too many arguments for <class '__main__.Stack'>; actual 2, expected 1
