import typing

T = typing.TypeVar('T')
print(isinstance(1, int | list[int]))
for act in (lambda: isinstance('', int | list[int]), lambda: issubclass(str, int | list[int])):
    try:
        act()
    except TypeError as error:
        print(error)
print(int | T, T | int)
print(list[int | list[T]][str])

# expect: True
# expect: isinstance() argument 2 cannot be a parameterized generic
# expect: issubclass() argument 2 cannot be a parameterized generic
# expect: typing.Union[int, ~T] typing.Union[~T, int]
# expect: list[int | list[str]]
