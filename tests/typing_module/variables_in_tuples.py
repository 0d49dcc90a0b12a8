# Type variables for several types and for parameters: what subscription makes of them.
import collections.abc
from typing import (Annotated, Callable, Concatenate, Dict, Generic, List, Optional, ParamSpec, Tuple, TypeVar,
                    TypeVarTuple, Union, Unpack, get_args, get_type_hints)

T, K = TypeVar('T'), TypeVar('K')
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')


def attempt(function):
    try:
        print(function())
    except TypeError as error:
        print('TypeError', error)


class Array(Generic[Unpack[Ts]]):
    pass


class Call(Generic[T, P]):
    pass


class Only(Generic[P]):
    pass


print(Unpack[Ts], Array[int, str], Array[()], Array.__parameters__, Array[Unpack[Ts], K][int, str, float])
print(tuple[T, Unpack[Ts]][int, str, float], Tuple[Unpack[Ts], T][int, str], list[T][int], dict[str, list[T]][int])
print(Call[int, [str, bytes]], Call[int, ...], Only[int, str], Only[[int, str]], Only[P])
print(Callable[P, T][[int, str], float], Callable[Concatenate[int, P], T][[str], bytes], Callable[int, str])
print(collections.abc.Callable[P, T][[int], str], collections.abc.Callable[[T], K][int, str])
attempt(lambda: Call[int, str])
attempt(lambda: Call[int])
attempt(lambda: Tuple[T, Unpack[Ts], K][int])
attempt(lambda: collections.abc.Callable[int, str])
attempt(lambda: List[int][str])
attempt(lambda: Concatenate[int, str])
print(get_args(Callable[Concatenate[int, P], T]), get_args(collections.abc.Callable[[int], str]))
print(Union[int, None].__reduce__()[1][1], Optional[int] == Union[int, None], Annotated[List[T], 'x'][int])


def function(*args: Unpack[Ts], key: 'Dict[str, T]') -> 'Array[int]':
    pass


print(get_type_hints(function))

# expect: *Ts __main__.Array[int, str] __main__.Array[()] (Ts,) __main__.Array[int, str, float]
# expect: tuple[int, str, float] typing.Tuple[int, str] list[int] dict[str, list[int]]
# expect: __main__.Call[int, (<class 'str'>, <class 'bytes'>)] __main__.Call[int, ...] __main__.Only[(<class 'int'>, <class 'str'>)] __main__.Only[(<class 'int'>, <class 'str'>)] __main__.Only[~P]
# expect: typing.Callable[[int, str], float] typing.Callable[[int, str], bytes] typing.Callable[[int], str]
# expect: collections.abc.Callable[[int], str] collections.abc.Callable[[int], str]
# expect: __main__.Call[int, str]
# expect: TypeError Too few arguments for <class '__main__.Call'>
# expect: TypeError Too few arguments for typing.Tuple[~T, *Ts, ~K]; actual 1, expected at least 2
# expect: TypeError Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got <class 'int'>
# expect: TypeError typing.List[int] is not a generic class
# expect: TypeError The last parameter to Concatenate should be a ParamSpec variable or ellipsis.
# expect: (typing.Concatenate[int, ~P], ~T) ([<class 'int'>], <class 'str'>)
# expect: (<class 'int'>, <class 'NoneType'>) True typing.Annotated[typing.List[int], 'x']
# expect: {'args': *Ts, 'key': typing.Dict[str, ~T], 'return': __main__.Array[int]}
