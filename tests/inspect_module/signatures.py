# Signatures, binding, kinds, members, sources, frames.
import functools
import inspect
from typing import List, Optional


def plain(a, b: int, /, c=3, *args: str, d, e: "later" = 5, **rest) -> Optional[int]:
    """Doc.

    More.
    """
    return inspect.currentframe().f_lineno


class Thing:
    """A thing."""

    def __init__(self, x, y=1):
        pass

    def method(self, a, *, k=None):
        pass

    @classmethod
    def make(cls, v):
        pass

    @staticmethod
    def helper(w):
        pass

    def __call__(self, z):
        pass


def deco(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        return f(*args, **kwargs)
    return inner


@deco
def wrapped(p, q: List[int] = ()):
    yield 1


async def coro(a=1): pass


for one in (plain, Thing, Thing.method, Thing(1).method, Thing.make, Thing.helper, Thing(1), wrapped, coro, lambda x, *, y: 0,
            functools.partial(plain, 1, d=4), len):
    print(inspect.signature(one))
signature = inspect.signature(plain)
for name, parameter in signature.parameters.items():
    print(name, parameter.kind, parameter.kind.description, parameter.default is inspect.Parameter.empty, parameter)
bound = signature.bind(1, 2, 3, 4, d=5, z=6)
print(bound, bound.args, bound.kwargs)
bound = signature.bind(1, 2, d=3)
bound.apply_defaults()
print(bound.arguments)
for args, kwargs in (((), {}), ((1, 2), {}), ((1,), {"b": 2, "d": 3})):
    try:
        signature.bind(*args, **kwargs)
    except TypeError as error:
        print(error)
print(inspect.getfullargspec(plain))
print(repr(signature), repr(signature.parameters["c"]), signature == inspect.signature(plain))
print(inspect.isfunction(plain), inspect.ismethod(Thing(1).method), inspect.isclass(Thing), inspect.isbuiltin(len), inspect.ismodule(inspect))
print(inspect.isgeneratorfunction(wrapped), inspect.isgeneratorfunction(inspect.unwrap(wrapped)), inspect.iscoroutinefunction(coro))
print(inspect.isroutine(len), inspect.isroutine(Thing), inspect.isdatadescriptor(property()), inspect.isgenerator(wrapped(1)))
print([name for name, _ in inspect.getmembers(Thing, inspect.isfunction)], inspect.getmro(bool))
print(inspect.getdoc(plain), inspect.getdoc(Thing), inspect.cleandoc("  a\n    b\n      c\n"), sep="|")
print(inspect.getsource(Thing.method), end="")
print(inspect.getsource(deco), end="")
print(inspect.getsourcelines(Thing.make)[1], inspect.getsource(Thing).splitlines()[0], len(inspect.getsource(Thing).splitlines()))
print(inspect.getgeneratorstate(inspect.unwrap(wrapped)(1)), inspect.getattr_static(Thing, "make").__class__.__name__)
print(inspect.stack()[0].function, inspect.getmodule(plain).__name__, inspect.getmodulename("/a/b.py"))
generator = inspect.unwrap(wrapped)(1)
next(generator)
print(inspect.getgeneratorstate(generator), inspect.get_annotations(Thing), inspect.get_annotations(plain)["b"])
generator.close()
print(inspect.getgeneratorstate(generator))
# expect: (a, b: int, /, c=3, *args: str, d, e: 'later' = 5, **rest) -> Optional[int]
# expect: (x, y=1)
# expect: (self, a, *, k=None)
# expect: (a, *, k=None)
# expect: (v)
# expect: (w)
# expect: (z)
# expect: (p, q: List[int] = ())
# expect: (a=1)
# expect: (x, *, y)
# expect: (b: int, /, c=3, *args: str, d=4, e: 'later' = 5, **rest) -> Optional[int]
# expect: (obj, /)
# expect: a POSITIONAL_ONLY positional-only True a
# expect: b POSITIONAL_ONLY positional-only True b: int
# expect: c POSITIONAL_OR_KEYWORD positional or keyword False c=3
# expect: args VAR_POSITIONAL variadic positional True *args: str
# expect: d KEYWORD_ONLY keyword-only True d
# expect: e KEYWORD_ONLY keyword-only False e: 'later' = 5
# expect: rest VAR_KEYWORD variadic keyword True **rest
# expect: <BoundArguments (a=1, b=2, c=3, args=(4,), d=5, rest={'z': 6})> (1, 2, 3, 4) {'d': 5, 'z': 6}
# expect: {'a': 1, 'b': 2, 'c': 3, 'args': (), 'd': 3, 'e': 5, 'rest': {}}
# expect: missing a required argument: 'a'
# expect: missing a required argument: 'd'
# expect: 'b' parameter is positional only, but was passed as a keyword
# expect: FullArgSpec(args=['a', 'b', 'c'], varargs='args', varkw='rest', defaults=(3,), kwonlyargs=['d', 'e'], kwonlydefaults={'e': 5}, annotations={'return': typing.Optional[int], 'b': <class 'int'>, 'args': <class 'str'>, 'e': 'later'})
# expect: <Signature (a, b: int, /, c=3, *args: str, d, e: 'later' = 5, **rest) -> Optional[int]> <Parameter "c=3"> True
# expect: True True True True True
# expect: False True True
# expect: True False True True
# expect: ['__call__', '__init__', 'helper', 'method'] (<class 'bool'>, <class 'int'>, <class 'object'>)
# expect: Doc.
# expect:
# expect: More.|A thing.|a
# expect: b
# expect:   c
# expect:     def method(self, a, *, k=None):
# expect:         pass
# expect: def deco(f):
# expect:     @functools.wraps(f)
# expect:     def inner(*args, **kwargs):
# expect:         return f(*args, **kwargs)
# expect:     return inner
# expect: 24 class Thing: 19
# expect: GEN_CREATED classmethod
# expect: <module> __main__ b
# expect: GEN_SUSPENDED {} <class 'int'>
# expect: GEN_CLOSED
