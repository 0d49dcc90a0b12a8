"""Names for annotations: what they do when the program runs is to be there, to be printed and to be asked."""
import collections
import collections.abc
import functools
import sys
import types
from abc import ABCMeta, abstractmethod
from types import GenericAlias

TYPE_CHECKING = False
EXCLUDED_ATTRIBUTES = ['__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
                       '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__',
                       '__new__', '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__',
                       '__match_args__', '_abc_impl', '__orig_bases__', '__qualname__', '_MutableMapping__marker']


def _type_repr(value):
    """A type as it is written in an annotation."""
    if isinstance(value, GenericAlias):
        return repr(value)
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    if value is ...:
        return '...'
    if isinstance(value, types.FunctionType):
        return value.__name__
    if isinstance(value, tuple):
        return '[' + ', '.join(_type_repr(part) for part in value) + ']'
    return repr(value)


def _check(value, message, special=False):
    """What an annotation may contain: None means its type, a text is a reference to come."""
    if value is None:
        return type(None)
    if isinstance(value, str):
        return ForwardRef(value)
    if special:
        return value
    if value in (Generic, Protocol) or (isinstance(value, _Alias) and value.__origin__ in (ClassVar, Final)):
        raise TypeError(f"{value} is not valid as type argument")
    if value in (Any, NoReturn, Never, Self, LiteralString, TypeAlias):
        return value
    if isinstance(value, _SpecialForm):
        raise TypeError(f"Plain {value} is not valid as type argument")
    if type(value) is tuple:
        raise TypeError(f"{message} Got {value!r:.100}.")
    return value


def _collect_parameters(args):
    """The type variables in arguments, each once, in order."""
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            parts = (arg,)
        elif isinstance(arg, (list, tuple)):
            parts = _collect_parameters(arg)
        elif isinstance(arg, type) and not isinstance(arg, GenericAlias):
            continue
        else:
            parts = getattr(arg, '__parameters__', ())
        found += [part for part in parts if part not in found]
    return tuple(found)


def _flat_union(args):
    """The members of a union, unions in it opened, each once."""
    flat = []
    for arg in args:
        members = arg.__args__ if isinstance(arg, (_UnionAlias, types.UnionType)) else (arg,)
        flat += [member for member in members if member not in flat]
    return tuple(flat)


def _remembered(getitem):
    """The same answer for the same question: what is subscripted twice alike is the same object."""
    known = functools.lru_cache(typed=True)(getitem)

    @functools.wraps(getitem)
    def ask(self, params):
        try:
            return known(self, params)
        except TypeError:  # not hashable, or refused: the function itself says which
            pass
        return getitem(self, params)
    return ask


class _Final:
    def __init_subclass__(cls, /, *args, **kwds):
        if '_root' not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _SpecialForm(_Final, _root=True):
    """A name such as Union or Final, with the function that answers its subscription."""

    def __init__(self, getitem, name=None):
        self._getitem = getitem
        self._name = name or getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(name)

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_remembered
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwargs)


class _Alias(_Final, _root=True):
    """Something with arguments in brackets: List[int], Union[int, str], Node[T]."""

    def __init__(self, origin, args, *, name=None, inst=True):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _collect_parameters(self.__args__)
        self._name, self._inst = name, inst
        if not name:
            self.__module__ = getattr(origin, '__module__', 'typing')

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = ', '.join(_type_repr(arg) for arg in self.__args__)
        return f'{name}[{args or "()"}]'

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return _real_bases(self, self.__origin__, bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            position = bases.index(self)
            if any(isinstance(base, _Alias) and base is not self for base in bases[position + 1:]):
                return ()
        return (self.__origin__,)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        if name[:2] == name[-2:] == '__':
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __setattr__(self, name, value):
        if name[:2] == name[-2:] == '__' or name in ('_name', '_inst'):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    @_remembered
    def __getitem__(self, params):
        """Puts types in the place of the type variables."""
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        params = params if isinstance(params, tuple) else (params,)
        if len(self.__parameters__) == 1 and isinstance(self.__parameters__[0], ParamSpec) and not isinstance(
                params[0], (list, tuple)) and params[0] is not ...:
            params = (params,)
        params = tuple([tuple(one) if isinstance(one, list) else
                        _check(one, "Parameters to generic types must be types.") for one in params])
        if not any(isinstance(one, TypeVarTuple) for one in self.__parameters__):
            _check_count(self, params, len(self.__parameters__))
        return self._copy_with(_substitute(self.__args__, dict(zip(self.__parameters__, params))))

    def _copy_with(self, args):
        return type(self)(self.__origin__, args, name=self._name, inst=self._inst)

    def __iter__(self):
        yield Unpack[self]

    def __reduce__(self):
        import operator
        origin = globals()[self._name] if self._name else self.__origin__
        args = self.__args__ if len(self.__args__) != 1 or isinstance(self.__args__[0], tuple) else self.__args__[0]
        return operator.getitem, (origin, args)


_GenericAlias = _Alias


def _real_bases(alias, origin, bases):
    """List[int] as a base means list, and Generic where no other generic base follows."""
    entries = []
    if origin not in bases:
        entries.append(origin)
    following = bases[bases.index(alias) + 1:]
    if not any(isinstance(base, _Alias) or (isinstance(base, type) and issubclass(base, Generic))
               for base in following):
        entries.append(Generic)
    return tuple(entries)


def _substitute(args, chosen):
    """Arguments with the chosen types in the place of type variables."""
    made = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec)):
            value = chosen[arg]
            if isinstance(arg, ParamSpec) and isinstance(value, tuple) and arg is args[0] and len(args) == 2:
                made += value
            else:
                made.append(value)
        elif isinstance(arg, tuple):
            made.append(_substitute(arg, chosen))
        else:
            inner = () if isinstance(arg, type) and not isinstance(arg, GenericAlias) else getattr(
                arg, '__parameters__', ())
            made.append(arg[tuple(chosen[one] for one in inner)] if inner else arg)
    return tuple(made)


def _check_count(cls, params, wanted):
    if not wanted:
        raise TypeError(f"{cls} is not a generic class")
    if len(params) != wanted:
        raise TypeError(f"Too {'many' if len(params) > wanted else 'few'} arguments for {cls}; actual {len(params)}, "
                        f"expected {wanted}")


class _UnionAlias(_Alias, _root=True):
    def __eq__(self, other):
        if isinstance(other, (_UnionAlias, types.UnionType)):
            return set(self.__args__) == set(other.__args__)
        return NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            other = args[0] if args[1] is type(None) else args[1]
            return f'typing.Optional[{_type_repr(other)}]'
        return super().__repr__()

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def _copy_with(self, args):
        return Union[args]


class _CallableAlias(_Alias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)):
            return f'typing.Callable[{_type_repr(args[0])}, {_type_repr(args[1])}]'
        shown = ', '.join(_type_repr(arg) for arg in args[:-1])
        return f'typing.Callable[[{shown}], {_type_repr(args[-1])}]'


class _LiteralAlias(_Alias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(arg, type(arg)) for arg in self.__args__} == {(arg, type(arg)) for arg in other.__args__}

    def __hash__(self):
        return hash(frozenset((arg, type(arg)) for arg in self.__args__))

    def __repr__(self):
        return f"typing.Literal[{', '.join(repr(arg) for arg in self.__args__)}]"


class _AnnotatedAlias(_Alias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin)
        self.__metadata__ = metadata

    def __repr__(self):
        metadata = ', '.join(repr(one) for one in self.__metadata__)
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {metadata}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def _copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)


class _SpecialAlias(_Final, _root=True):
    """List, Dict, Iterable, ...: the generic names of classes that live elsewhere."""

    def __init__(self, origin, count, *, name=None, inst=True):
        self.__origin__, self._count, self._inst = origin, count, inst
        self._name = name or origin.__name__
        self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'

    def __repr__(self):
        return 'typing.' + self._name

    @_remembered
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        params = tuple([_check(one, "Parameters to generic types must be types.") for one in params])
        if self._count >= 0 and self.__origin__ is not tuple:
            _check_count(self, params, self._count)
        return _Alias(self.__origin__, params, name=self._name, inst=self._inst)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return _real_bases(self, self.__origin__, bases)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        if name[:2] == name[-2:] == '__':
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialAlias):
            cls = cls.__origin__
        return issubclass(cls, self.__origin__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        return self._name


class _CallableForm(_SpecialAlias, _root=True):
    @_remembered
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        message = "Callable[args, result]: result must be a type."
        if isinstance(args, list):
            args = tuple([_check(arg, "Callable[[arg, ...], result]: each arg must be a type.") for arg in args])
        elif args is ... or isinstance(args, (ParamSpec, _Alias)):
            args = (args,)
        else:
            raise TypeError(f"Callable[args, result]: args must be a list. Got {args}")
        return _CallableAlias(self.__origin__, (*args, _check(result, message)), name='Callable')


class _TupleForm(_SpecialAlias, _root=True):
    @_remembered
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            checked = tuple([_check(one, "Tuple[t, ...]: t must be a type.") for one in params[:-1]]) + (...,)
        else:
            checked = tuple([_check(one, "Tuple[t0, t1, ...]: each t must be a type.") for one in params])
        return _Alias(tuple, checked, name='Tuple')


# Forms

@_SpecialForm
def Union(self, parameters):
    """One of several types."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    members = _flat_union([_check(one, "Union[arg, ...]: each arg must be a type.") for one in parameters])
    return members[0] if len(members) == 1 else _UnionAlias(self, members, name='Union')


@_SpecialForm
def Optional(self, parameters):
    """A type or None."""
    return Union[_check(parameters, f"{self} requires a single type."), type(None)]


@_SpecialForm
def Literal(self, parameters):
    """Some values of a type."""
    flat = []
    for one in parameters if isinstance(parameters, tuple) else (parameters,):
        flat += one.__args__ if isinstance(one, _LiteralAlias) else (one,)
    unique = list({(type(one), one): one for one in flat}.values()) if all(
        getattr(type(one), '__hash__', None) for one in flat) else flat
    return _LiteralAlias(self, tuple(unique), name='Literal')


def _one_type(name, doc):
    def getitem(self, parameters):
        return _Alias(self, (_check(parameters, f"{self} accepts only single type."),), name=name)
    getitem.__doc__ = doc
    return _SpecialForm(getitem, name)


def _no_type(name, doc):
    def getitem(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    getitem.__doc__ = doc
    return _SpecialForm(getitem, name)


ClassVar = _one_type('ClassVar', "An attribute of the class.")
Final = _one_type('Final', "A name that is not assigned again.")
TypeGuard = _one_type('TypeGuard', "The result of a function that narrows a type.")
Required = _one_type('Required', "A key that must be there.")
NotRequired = _one_type('NotRequired', "A key that may be missing.")
Unpack = _one_type('Unpack', "The types of a tuple in the place of one.")
NoReturn = _no_type('NoReturn', "The function does not return.")
Never = _no_type('Never', "No value at all.")
Self = _no_type('Self', "The class that encloses.")
LiteralString = _no_type('LiteralString', "A literal text.")
TypeAlias = _no_type('TypeAlias', "A name for a type.")


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters in front of those of a ParamSpec."""
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _Alias(self, parameters, name='Concatenate')


class Annotated:
    """A type with metadata behind it."""
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    @_remembered
    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        first = _check(params[0], "Annotated[t, ...]: t must be a type.", special=True)
        return _AnnotatedAlias(first, tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


class ForwardRef(_Final, _root=True):
    """A type by its name, as text, to be found later."""
    __slots__ = ('__forward_arg__', '__forward_code__', '__forward_evaluated__', '__forward_value__',
                 '__forward_is_argument__', '__forward_is_class__', '__forward_module__')

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            code = compile(arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__, self.__forward_code__ = arg, code
        self.__forward_evaluated__, self.__forward_value__ = False, None
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, recursive_guard=frozenset()):
        if self.__forward_arg__ in recursive_guard:
            return self
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        value = eval(self.__forward_code__, globalns, localns)
        value = _check(value, "Forward references must evaluate to types.", special=self.__forward_is_class__)
        value = _eval_type(value, globalns, localns, recursive_guard | {self.__forward_arg__})
        self.__forward_value__, self.__forward_evaluated__ = value, True
        return value

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __call__(self):
        raise TypeError("a forward reference is not a type")

    def __repr__(self):
        module = f', module={self.__forward_module__!r}' if self.__forward_module__ is not None else ''
        return f'ForwardRef({self.__forward_arg__!r}{module})'


def _eval_type(value, globalns, localns, recursive_guard=frozenset()):
    """An annotation with its forward references found."""
    if isinstance(value, ForwardRef):
        return value._evaluate(globalns, localns, recursive_guard)
    if not isinstance(value, (_Alias, GenericAlias, types.UnionType)):
        return value
    args = tuple([_eval_type(ForwardRef(arg) if isinstance(value, GenericAlias) and isinstance(arg, str) else arg,
                             globalns, localns, recursive_guard) for arg in value.__args__])
    if args == value.__args__:
        return value
    if isinstance(value, GenericAlias):
        return GenericAlias(value.__origin__, args)
    if isinstance(value, types.UnionType):
        import operator
        return functools.reduce(operator.or_, args)
    return value._copy_with(args)


# Type variables

def _caller_module(depth=2):
    try:
        return sys._getframe(depth).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return None


class _Variable(_Final, _root=True):
    def __repr__(self):
        if self.__covariant__:
            return '+' + self.__name__
        return ('-' if self.__contravariant__ else '~') + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        return _check(arg, "Parameters to generic types must be types.")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def _set(self, name, bound, covariant, contravariant, module):
        self.__name__ = name
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        self.__bound__ = _check(bound, "Bound must be a type.") if bound else None
        if module != 'typing':
            self.__module__ = module


class TypeVar(_Variable, _root=True):
    """A variable for a type."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self._set(name, bound, covariant, contravariant, _caller_module())
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__constraints__ = tuple([_check(one, "TypeVar(name, constraint, ...): constraints must be types.")
                                      for one in constraints])


class ParamSpec(_Variable, _root=True):
    """A variable for the parameters of a callable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._set(name, bound, covariant, contravariant, _caller_module())

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class ParamSpecArgs(_Final, _root=True):
    _kind = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._kind}"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, type(self)) else NotImplemented

    def __hash__(self):
        return hash((self._kind, self.__origin__))


class ParamSpecKwargs(ParamSpecArgs, _root=True):
    _kind = 'kwargs'


class TypeVarTuple(_Final, _root=True):
    """A variable for several types."""

    def __init__(self, name):
        self.__name__ = name
        self.__module__ = _caller_module()

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


# Classes to inherit from

class Generic:
    """The base of classes with type variables."""
    __slots__ = ()
    _is_protocol = False

    @_remembered
    def __class_getitem__(cls, params):
        params = params if isinstance(params, tuple) else (params,)
        params = tuple([tuple(one) if isinstance(one, list) else
                        _check(one, "Parameters to generic types must be types.") for one in params])
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(one, (TypeVar, ParamSpec, TypeVarTuple)) or
                       getattr(one, '__origin__', None) is Unpack for one in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                f"specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        elif not any(isinstance(one, TypeVarTuple) for one in cls.__parameters__):
            if len(cls.__parameters__) == 1 and isinstance(cls.__parameters__[0], ParamSpec):
                params = (params,) if not isinstance(params[0], tuple) else params
            _check_count(cls, params, len(cls.__parameters__))
        return _Alias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is not None:
            wrong = Generic in bases
        else:
            wrong = Generic in cls.__bases__ and cls.__name__ != 'Protocol'
        if wrong:
            raise TypeError("Cannot inherit from plain Generic")
        variables = ()
        if bases is not None:
            variables = _collect_parameters(bases)
            declared = [base for base in bases if isinstance(base, _Alias) and base.__origin__ is Generic]
            if len(declared) > 1:
                raise TypeError("Cannot inherit from Generic[...] multiple types.")
            if declared:
                missing = [one for one in variables if one not in declared[0].__parameters__]
                if missing:
                    shown = ', '.join(str(one) for one in missing)
                    listed = ', '.join(str(one) for one in declared[0].__parameters__)
                    raise TypeError(f"Some type variables ({shown}) are not listed in Generic[{listed}]")
                variables = declared[0].__parameters__
        cls.__parameters__ = tuple(variables)


def _protocol_members(cls):
    """The names that a class must have to satisfy a protocol."""
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in [*base.__dict__, *base.__dict__.get('__annotations__', {})]:
            if not name.startswith('_abc_') and name not in EXCLUDED_ATTRIBUTES:
                names.add(name)
    return names


def _has_methods_only(cls):
    return all(callable(getattr(cls, name, None)) for name in _protocol_members(cls))


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not cls._is_runtime_protocol and _caller_module() not in ('abc', 'functools'):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        return all(hasattr(instance, name) and
                   (not callable(getattr(cls, name, None)) or getattr(instance, name) is not None)
                   for name in _protocol_members(cls))

    def __subclasscheck__(cls, other):
        if cls.__dict__.get('_is_protocol', False) and _caller_module() not in ('abc', 'functools', 'typing'):
            if not cls._is_runtime_protocol:
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if not _has_methods_only(cls):
                raise TypeError("Protocols with non-method members don't support issubclass()")
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
        return super().__subclasscheck__(other)


def _protocol_hook(other, cls):
    """Whether a class has all the methods of a protocol."""
    if not cls.__dict__.get('_is_protocol', False) or not cls._is_runtime_protocol or not _has_methods_only(cls):
        return NotImplemented
    for name in _protocol_members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in base.__dict__.get('__annotations__', {}) and getattr(other, '_is_protocol', False):
                break
        else:
            return NotImplemented
    return True


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _no_init_or_replace_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of classes that say what others must offer."""
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(lambda self, other: _protocol_hook(other, self))
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            allowed = base in (object, Generic) or base.__module__ in ('collections.abc', 'contextlib')
            if not allowed and not getattr(base, '_is_protocol', False):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    """Lets isinstance() ask for a protocol."""
    if not isinstance(cls, type) or not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


class NamedTupleMeta(type):
    def __new__(cls, name, bases, namespace):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple([tuple if base is _NamedTuple else base for base in bases])
        fields = namespace.get('__annotations__', {})
        defaults = []
        for field in fields:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_named_tuple(name, fields.items(), [namespace[field] for field in defaults],
                                 namespace['__module__'])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                       '_field_types', '_make', '_replace', '_asdict', '_source'):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ('__module__', '__name__', '__annotations__') and key not in made._fields:
                setattr(made, key, value)
        if Generic in bases:
            made.__init_subclass__()
        return made


def _make_named_tuple(name, types, defaults=(), module=None):
    types = {field: _check(annotation, f"field {field} annotation must be a type") for field, annotation in types}
    made = collections.namedtuple(name, types, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A tuple whose items have names and types; also the base of classes written so."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    return _make_named_tuple(typename, fields, module=_caller_module())


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


def _named_tuple_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_entries


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), namespace)
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _check(value, message, special=True) for key, value in namespace.get('__annotations__', {}).items()}
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required.update(base.__dict__.get('__required_keys__', ()))
            optional.update(base.__dict__.get('__optional_keys__', ()))
        annotations.update(own)
        for key, annotation in own.items():
            origin = get_origin(annotation)
            if origin is Annotated:
                origin = get_origin(annotation.__origin__)
            needed = origin is Required or (total and origin is not NotRequired)
            (required if needed else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        if '__total__' not in made.__dict__:
            made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict whose keys have types; also the base of classes written so."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    namespace = {'__annotations__': dict(fields)}
    module = _caller_module()
    if module is not None:
        namespace['__module__'] = module
    return _TypedDictMeta(typename, (), namespace, total=total)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


class NewType:
    """A name for a type that is told apart from it."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = _caller_module()

    def __call__(self, value):
        return value

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                        f"`{self.__name__} = NewType({self.__name__!r}, {self.__name__})`")

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# Functions

def cast(typ, val):
    """The value as it is."""
    return val


def assert_type(val, typ, /):
    """The value as it is."""
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    shown = repr(arg)
    if len(shown) > 100:
        shown = shown[:100] + '...'
    raise AssertionError(f"Expected code to be unreachable, but got: {shown}")


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


_overloads = {}


def overload(func):
    """One of several signatures of a function; the last definition without this decorator counts."""
    inner = getattr(func, '__func__', func)
    try:
        _overloads.setdefault((inner.__module__, inner.__qualname__), {})[inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    func = getattr(func, '__func__', func)
    return list(_overloads.get((func.__module__, func.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


def _mark(name, arg):
    try:
        setattr(arg, name, True)
    except (AttributeError, TypeError):
        pass
    return arg


def final(f):
    """Not to be overridden or subclassed."""
    return _mark('__final__', f)


def no_type_check(arg):
    """The annotations are not types."""
    if isinstance(arg, type):
        for value in list(arg.__dict__.values()):
            if isinstance(value, (types.FunctionType, type)) and (
                    value.__qualname__ == f'{arg.__qualname__}.{value.__name__}'):
                no_type_check(value)
    return _mark('__no_type_check__', arg)


def no_type_check_decorator(decorator):
    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    """Tells type checkers that a decorator makes data classes."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {"eq_default": eq_default, "order_default": order_default,
                                             "kw_only_default": kw_only_default, "field_specifiers": field_specifiers,
                                             "kwargs": kwargs}
        return cls_or_fn
    return decorator


def get_origin(tp):
    """What stands in front of the brackets."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _SpecialAlias, GenericAlias, ParamSpecArgs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    """What stands in the brackets."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_Alias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (
                len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec))):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def _strip_annotations(value):
    """An annotation without Annotated, Required and NotRequired."""
    if isinstance(value, _AnnotatedAlias):
        return _strip_annotations(value.__origin__)
    if isinstance(value, _Alias) and value.__origin__ in (Required, NotRequired):
        return _strip_annotations(value.__args__[0])
    if not isinstance(value, (_Alias, GenericAlias, types.UnionType)):
        return value
    args = tuple([_strip_annotations(arg) for arg in value.__args__])
    if args == value.__args__:
        return value
    if isinstance(value, GenericAlias):
        return GenericAlias(value.__origin__, args)
    if isinstance(value, types.UnionType):
        import operator
        return functools.reduce(operator.or_, args)
    return value._copy_with(args)


def _resolved(annotations, globalns, localns, is_class):
    hints = {}
    for name, value in annotations.items():
        if value is None:
            value = type(None)
        if isinstance(value, str):
            value = ForwardRef(value, is_argument=not is_class, is_class=is_class)
        hints[name] = _eval_type(value, globalns, localns)
    return hints


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, with the types that are given as text."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(sys.modules.get(base.__module__), '__dict__', {})
            annotations = base.__dict__.get('__annotations__', {})
            if isinstance(annotations, types.GetSetDescriptorType):
                annotations = {}
            hints |= _resolved(annotations, names, localns if localns is not None else dict(vars(base)), True)
    else:
        inner = obj
        if globalns is None:
            if isinstance(obj, types.ModuleType):
                globalns = obj.__dict__
            else:
                while hasattr(inner, '__wrapped__'):
                    inner = inner.__wrapped__
                globalns = getattr(inner, '__globals__', {})
        annotations = getattr(obj, '__annotations__', None)
        if annotations is None:
            if isinstance(obj, (types.BuiltinFunctionType, types.MethodType, types.WrapperDescriptorType,
                                types.MethodWrapperType, types.MethodDescriptorType)):
                return {}
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        hints = _resolved(annotations, globalns, localns if localns is not None else globalns, False)
    return hints if include_extras else {name: _strip_annotations(value) for name, value in hints.items()}


# The generic names of classes that live elsewhere

T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')
T_co, V_co, VT_co = TypeVar('T_co', covariant=True), TypeVar('V_co', covariant=True), TypeVar('VT_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)
Text = str

Callable = _CallableForm(collections.abc.Callable, 2)
Tuple = _TupleForm(tuple, -1, name='Tuple', inst=False)
for _name, _origin, _count in (('List', list, 1), ('Dict', dict, 2), ('Set', set, 1), ('FrozenSet', frozenset, 1),
                               ('Type', type, 1)):
    globals()[_name] = _SpecialAlias(_origin, _count, name=_name, inst=False)
for _name, _count in (('Deque', 1), ('DefaultDict', 2), ('OrderedDict', 2), ('Counter', 1), ('ChainMap', 2)):
    _origin = getattr(collections, {'Deque': 'deque', 'DefaultDict': 'defaultdict'}.get(_name, _name))
    globals()[_name] = _SpecialAlias(_origin, _count, name=_name)
for _name, _count in (('Awaitable', 1), ('Coroutine', 3), ('AsyncIterable', 1), ('AsyncIterator', 1), ('Iterable', 1),
                      ('Iterator', 1), ('Reversible', 1), ('Container', 1), ('Collection', 1), ('MutableSet', 1),
                      ('Mapping', 2), ('MutableMapping', 2), ('Sequence', 1), ('MutableSequence', 1),
                      ('MappingView', 1), ('KeysView', 1), ('ItemsView', 2), ('ValuesView', 1), ('Generator', 3),
                      ('AsyncGenerator', 2), ('Hashable', 0), ('Sized', 0), ('ByteString', 0)):
    if hasattr(collections.abc, _name):
        globals()[_name] = _SpecialAlias(getattr(collections.abc, _name), _count)
AbstractSet = _SpecialAlias(collections.abc.Set, 1, name='AbstractSet')


def __getattr__(name):
    """What needs another module is made when it is asked for."""
    if name in ('ContextManager', 'AsyncContextManager'):
        import contextlib
        made = _SpecialAlias(getattr(contextlib, 'Abstract' + name), 1, name=name)
    elif name in ('Pattern', 'Match'):
        import re
        made = _SpecialAlias(getattr(re, name), 1)
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = made
    return made


def _supports(name, method, result):
    """The protocol of one method."""
    def body(self):
        pass
    body.__name__, body.__qualname__ = method, f'{name}.{method}'
    content = {method: abstractmethod(body), '__slots__': (), '__module__': 'typing'}
    base = Protocol[T_co] if result is T_co else Protocol
    made = types.new_class(name, (base,), {}, lambda namespace: namespace.update(content))
    return runtime_checkable(made)


for _name, _method, _result in (('SupportsInt', '__int__', int), ('SupportsFloat', '__float__', float),
                                ('SupportsComplex', '__complex__', complex), ('SupportsBytes', '__bytes__', bytes),
                                ('SupportsIndex', '__index__', int), ('SupportsAbs', '__abs__', T_co),
                                ('SupportsRound', '__round__', T_co)):
    globals()[_name] = _supports(_name, _method, _result)


def _abstract(*names):
    """Methods that subclasses define, for the body of a class."""
    def make(name):
        def method(self, *args):
            pass
        method.__name__ = name
        return abstractmethod(method)
    return {name: make(name) for name in names}


class IO(Generic[AnyStr]):
    """A file; what open() gives."""
    __slots__ = ()
    mode, name, closed = (property(each) for each in _abstract('mode', 'name', 'closed').values())
    locals().update(_abstract('close', 'fileno', 'flush', 'isatty', 'read', 'readable', 'readline', 'readlines', 'seek',
                              'seekable', 'tell', 'truncate', 'writable', 'write', 'writelines', '__enter__',
                              '__exit__'))


class BinaryIO(IO[bytes]):
    """A file of bytes."""
    __slots__ = ()
    locals().update(_abstract('write', '__enter__'))


class TextIO(IO[str]):
    """A file of text."""
    __slots__ = ()
    buffer, encoding, errors, line_buffering, newlines = (
        property(each) for each in _abstract('buffer', 'encoding', 'errors', 'line_buffering', 'newlines').values())
    locals().update(_abstract('__enter__'))


del _name, _origin, _count, _method, _result

__all__ = sorted(['AsyncContextManager', 'ContextManager', 'Match', 'Pattern'] + [
    name for name in globals() if name[0] != '_' and name not in (
    'collections', 'functools', 'sys', 'types', 'ABCMeta', 'abstractmethod', 'GenericAlias', 'EXCLUDED_ATTRIBUTES', 'T',
    'KT', 'VT', 'T_co', 'V_co', 'VT_co', 'T_contra', 'NamedTupleMeta')])
