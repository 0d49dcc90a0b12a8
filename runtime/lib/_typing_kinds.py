"""The names of typing that take brackets (Union, Callable, Literal ...), references to come and type variables. What
they have in common is in _typing_forms.py, which is to be imported first."""
import collections.abc
import functools
import operator
import sys
import types
from types import GenericAlias
from _typing_forms import (_Final, _GenericAlias, _InUnions, _MESSAGE, _NotIterable, _SpecialForm, _SpecialGenericAlias,
                           _LiteralSpecialForm, _cleanups, _collect_parameters, _is_param_expr, _remembered,
                           _type_check, _type_convert, _type_repr)


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return set(self.__args__) == set(other.__args__)
        return NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f'typing.Optional[{_type_repr(args[0] if args[1] is type(None) else args[1])}]'
        return super().__repr__()

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __reduce__(self):
        function, (_, args) = super().__reduce__()
        return function, (Union, args)


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        shown = ', '.join([_type_repr(arg) for arg in args[:-1]])
        return f'typing.Callable[[{shown}], {_type_repr(args[-1])}]'

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (sys.modules['typing'].Callable, args)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _values(self):
        return {(arg, type(arg)) for arg in self.__args__}

    def __eq__(self, other):
        return self._values() == other._values() if isinstance(other, _LiteralGenericAlias) else NotImplemented

    def __hash__(self):
        return hash(frozenset(self._values()))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        last = params[-1]
        if isinstance(last, (list, tuple)):
            return (*params[:-1], *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*params[:-1], *last.__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return '*' + repr(self.__args__[0])

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg = self.__args__[0]
        return arg.__args__ if isinstance(arg, (_GenericAlias, GenericAlias)) else None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin)
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        metadata = ', '.join([repr(one) for one in self.__metadata__])
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {metadata}]"

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__,) + self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        return 'Annotated' if attr in ('__name__', '__qualname__') else super().__getattr__(attr)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return self.__getitem_inner__((tuple(args) if isinstance(args, list) else args, result))

    @_remembered
    def __getitem_inner__(self, params):
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        args = args if isinstance(args, tuple) else (args,)
        return self.copy_with((*[_type_convert(arg) for arg in args], result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_remembered
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        if len(params) >= 2 and params[-1] is ...:
            return self.copy_with((*[_type_check(one, "Tuple[t, ...]: t must be a type.") for one in params[:-1]], ...))
        return self.copy_with(tuple([_type_check(one, "Tuple[t0, t1, ...]: each t must be a type.") for one in params]))


# Forms

def _form(getitem):
    return _SpecialForm(_remembered(getitem))


@_form
def Union(self, parameters):
    """One of several types."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for one in parameters:
        one = _type_check(one, "Union[arg, ...]: each arg must be a type.")
        members = one.__args__ if isinstance(one, (_UnionGenericAlias, types.UnionType)) else (one,)
        flat += [member for member in members if member not in flat]
    if len(flat) == 1:
        return flat[0]
    optional = len(flat) == 2 and type(None) in flat
    return _UnionGenericAlias(self, tuple(flat), name='Optional' if optional else None)


@_form
def Optional(self, parameters):
    """A type or None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


def Literal(self, *parameters):
    """Some values of a type."""
    flat = []
    for one in parameters:
        flat += one.__args__ if isinstance(one, _LiteralGenericAlias) else (one,)
    try:
        flat = list({(type(one), one): one for one in flat}.values())
    except TypeError:  # not hashable: all of them stay
        pass
    return _LiteralGenericAlias(self, tuple(flat))


Literal = _LiteralSpecialForm(_remembered(Literal, typed=True))


def _one_type(name, doc):
    def getitem(self, parameters):
        return _GenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))
    getitem.__name__, getitem.__doc__ = name, doc
    return _form(getitem)


def _no_type(name, doc):
    def getitem(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    getitem.__name__, getitem.__doc__ = name, doc
    return _SpecialForm(getitem)


ClassVar = _one_type('ClassVar', "An attribute of the class.")
Final = _one_type('Final', "A name that is not assigned again.")
TypeGuard = _one_type('TypeGuard', "The result of a function that narrows a type.")
Required = _one_type('Required', "A key that must be there.")
NotRequired = _one_type('NotRequired', "A key that may be missing.")
NoReturn = _no_type('NoReturn', "The function does not return.")
Never = _no_type('Never', "No value at all.")
Self = _no_type('Self', "The class that encloses.")
LiteralString = _no_type('LiteralString', "A literal text.")
TypeAlias = _no_type('TypeAlias', "A name for a type.")


@_form
def Unpack(self, parameters):
    """The types of a tuple in the place of one."""
    return _UnpackGenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


@_form
def Concatenate(self, parameters):
    """Parameters in front of those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    *front, last = parameters if isinstance(parameters, tuple) else (parameters,)
    if not (last is ... or isinstance(last, ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    front = [_type_check(one, "Concatenate[arg, ...]: each arg must be a type.") for one in front]
    return _ConcatenateGenericAlias(self, (*front, last))


class Annotated:
    """A type with metadata behind it."""
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        return cls._with_metadata(*params)

    @classmethod
    @_remembered(typed=True)
    def _with_metadata(cls, *params):
        if len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        if _is_unpacked(params[0]):
            raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
        first = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
        return _AnnotatedAlias(first, params[1:])

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


def _is_unpacked(value):
    return isinstance(value, _UnpackGenericAlias) and value.__typing_is_unpacked_typevartuple__


class ForwardRef(_Final, _root=True):
    """A type by its name, as text, to be found later."""
    __slots__ = ('__forward_arg__', '__forward_code__', '__forward_evaluated__', '__forward_value__',
                 '__forward_is_argument__', '__forward_is_class__', '__forward_module__')

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            code = compile(f'({arg},)[0]' if arg.startswith('*') else arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__, self.__forward_code__ = arg, code
        self.__forward_evaluated__, self.__forward_value__ = False, None
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, recursive_guard):
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), '__dict__', globalns)
        value = _type_check(eval(self.__forward_code__, globalns, localns),
                            "Forward references must evaluate to types.", is_argument=self.__forward_is_argument__,
                            allow_special_forms=self.__forward_is_class__)
        self.__forward_value__ = _eval_type(value, globalns, localns, recursive_guard | {self.__forward_arg__})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_arg__ != other.__forward_arg__:
            return False
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_value__ == other.__forward_value__
        return self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    __or__, __ror__ = _InUnions.__or__, _InUnions.__ror__

    def __repr__(self):
        module = f', module={self.__forward_module__!r}' if self.__forward_module__ is not None else ''
        return f'ForwardRef({self.__forward_arg__!r}{module})'


def _should_unflatten_callable_args(typ, args):
    return typ.__origin__ is collections.abc.Callable and not (len(args) == 2 and _is_param_expr(args[0]))


def _eval_type(t, globalns, localns, recursive_guard=frozenset()):
    """An annotation with its forward references found."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias, types.UnionType)):
        return t
    if isinstance(t, GenericAlias):
        args = tuple([ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__])
        starred = t.__unpacked__
        flat = _should_unflatten_callable_args(t, args)
        t = t.__origin__[(args[:-1], args[-1])] if flat else t.__origin__[args]
        if starred:
            t = Unpack[t]
    return _with_args(t, tuple([_eval_type(arg, globalns, localns, recursive_guard) for arg in t.__args__]))


def _with_args(t, args):
    """The same with other arguments."""
    if args == t.__args__:
        return t
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, args)
    if isinstance(t, types.UnionType):
        return functools.reduce(operator.or_, args)
    return t.copy_with(args)


# At the end, as they are made of what stands above.
from _typing_variables import ParamSpec, TypeVar, TypeVarTuple
