# singledispatch takes unions of typing too, and says what it does not take.
import pickle
import typing
from functools import singledispatch, total_ordering


@singledispatch
def kind(argument):
    return 'object'


@kind.register
def _(argument: typing.Union[int, str]):
    return 'int or str'


@kind.register
def _(argument: typing.Optional[bytes]):
    return 'bytes or None'


@kind.register
def _(argument: 'list | tuple'):
    return 'list or tuple'


print(kind(1), kind('a'), kind(b''), kind(None), kind([]), kind(()), kind(1.5), sep=', ')
for annotation in typing.List[int], typing.Union[int, typing.List[int]]:
    def wrong(argument: annotation):
        pass
    try:
        kind.register(wrong)
    except TypeError as error:
        print(error)


@total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number


one = Version(1)
print(Version.__gt__.__name__, Version.__ge__.__qualname__, pickle.loads(pickle.dumps(Version.__le__))(one, one))
# expect: int or str, int or str, bytes or None, bytes or None, list or tuple, list or tuple, object
# expect: Invalid annotation for 'argument'. typing.List[int] is not a class.
# expect: Invalid annotation for 'argument'. typing.Union[int, typing.List[int]] not all arguments are classes.
# expect: __gt__ _ge_from_lt True
