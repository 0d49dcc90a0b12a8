"""The core of typing: what an annotation may contain, and what names with brackets have in common. The names are in
_typing_kinds.py, classes to inherit from in _typing_classes.py, all together in typing.py."""
import collections.abc
import functools
import operator
import sys
import types
from types import GenericAlias

_cleanups = []  # functions that empty the memory of what was subscripted
_MESSAGE = "Parameters to generic types must be types."


def _type_repr(obj):
    """A type as it is written in an annotation."""
    if isinstance(obj, GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    return repr(obj)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None means its type, a text is a reference to come."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """What an annotation may contain; special forms are ClassVar and, where it is no argument, Final."""
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    origin = arg.__origin__ if isinstance(arg, _GenericAlias) else None
    if origin in (Generic, Protocol) or not allow_special_forms and (
            origin is not None and (origin is ClassVar or origin is Final and is_argument)):
        raise TypeError(f"{arg} is not valid as type argument")
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _is_param_expr(arg):
    """Whether it stands for a list of parameters."""
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


def _is_unpacked_typevartuple(value):
    return not isinstance(value, type) and getattr(value, '__typing_is_unpacked_typevartuple__', False)


def _collect_parameters(args):
    """The type variables in arguments, each once, in order."""
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            parts = _collect_parameters(arg)
        elif hasattr(arg, '__typing_subst__'):
            parts = (arg,)
        else:
            parts = getattr(arg, '__parameters__', ())
        found += [part for part in parts if part not in found]
    return tuple(found)


def _check_generic(cls, parameters, elen):
    if not elen:
        raise TypeError(f"{cls} is not a generic class")
    count = len(parameters)
    if count != elen:
        raise TypeError(f"Too {'many' if count > elen else 'few'} arguments for {cls}; actual {count}, "
                        f"expected {elen}")


def _prepared(alias, params):
    """The parameters as the type variables of an alias or a class want them: lists as one, starred ones together."""
    for variable in alias.__parameters__:
        prepare = getattr(variable, '__typing_prepare_subst__', None)
        if prepare is not None:
            params = prepare(alias, params)
    _check_generic(alias, params, len(alias.__parameters__))
    return params


def _unpack_args(args):
    """Arguments with starred tuples of a known length opened."""
    opened = []
    for arg in args:
        inner = getattr(arg, '__typing_unpacked_tuple_args__', None)
        if inner is not None and not (inner and inner[-1] is ...):
            opened += inner
        else:
            opened.append(arg)
    return opened


def _remembered(getitem=None, *, typed=False):
    """The same answer for the same question: what is subscripted twice alike is the same object."""
    if getitem is None:
        return functools.partial(_remembered, typed=typed)
    known = functools.lru_cache(typed=typed)(getitem)
    _cleanups.append(known.cache_clear)

    @functools.wraps(getitem)
    def ask(*args, **kwds):
        try:
            return known(*args, **kwds)
        except TypeError:  # not hashable, or refused: the function itself says which
            pass
        return getitem(*args, **kwds)
    return ask


class _Final:
    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, **kwds):
        if '_root' not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _InUnions:
    """What | makes a union of."""
    __slots__ = ()

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _NotIterable:
    __slots__ = ()
    __iter__ = None


class _SpecialForm(_Final, _NotIterable, _InUnions, _root=True):
    # A name such as Union or Final, with the function that answers its subscription. Each has a __doc__ of its own.
    __slots__ = ('_name', '__doc__', '_getitem')

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(item)

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _LiteralSpecialForm(_SpecialForm, _root=True):
    """A form for which 1 and True are different arguments."""

    def __getitem__(self, parameters):
        return self._getitem(self, *parameters) if isinstance(parameters, tuple) else self._getitem(self, parameters)


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


# Names with brackets

class _BaseGenericAlias(_Final, _InUnions, _root=True):
    """What _GenericAlias and _SpecialGenericAlias share."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst, self._name, self.__origin__ = inst, name, origin

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
        """List[int] as a base means list, and Generic where no other generic base follows."""
        entries = [] if self.__origin__ in bases else [self.__origin__]
        following = bases[bases.index(self) + 1:]
        if not any(isinstance(base, _BaseGenericAlias) or issubclass(base, Generic) for base in following):
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, attr):
        if attr in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        if '__origin__' in self.__dict__ and not _is_dunder(attr):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, val):
        if _is_dunder(attr) or attr in ('_name', '_inst', '_nparams'):
            super().__setattr__(attr, val)
        else:
            setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list({*super().__dir__(), *(name for name in dir(self.__origin__) if not _is_dunder(name))})


class _GenericAlias(_BaseGenericAlias, _root=True):
    """Something with arguments in brackets: List[int], Union[int, str], Node[T]."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _collect_parameters(self.__args__)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = ', '.join([_type_repr(arg) for arg in self.__args__])
        return f'{name}[{args or "()"}]'

    @_remembered
    def __getitem__(self, args):
        """Puts types in the place of the type variables."""
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = args if isinstance(args, tuple) else (args,)
        args = _prepared(self, tuple(_unpack_args([_type_convert(arg) for arg in args])))
        return self.copy_with(tuple(self._substituted(self.__args__, dict(zip(self.__parameters__, args)))))

    def _substituted(self, args, chosen):
        """Arguments with the chosen types in the place of type variables."""
        made = []
        for arg in args:
            if isinstance(arg, type):
                made.append(arg)
                continue
            if hasattr(arg, '__typing_subst__'):
                new = arg.__typing_subst__(chosen[arg])
            else:
                new = self._substituted_inside(arg, chosen)
            flat = isinstance(new, tuple) and self.__origin__ == collections.abc.Callable
            if flat or _is_unpacked_typevartuple(arg):
                made += new
            elif isinstance(arg, tuple):
                made.append(tuple(self._substituted(arg, chosen)))
            else:
                made.append(new)
        return made

    def _substituted_inside(self, arg, chosen):
        inner = []
        for variable in getattr(arg, '__parameters__', ()):
            if isinstance(variable, TypeVarTuple):
                inner += chosen[variable]
            else:
                inner.append(chosen[variable])
        return arg[tuple(inner)] if getattr(arg, '__parameters__', ()) else arg

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __iter__(self):
        yield Unpack[self]

    def __reduce__(self):
        origin = getattr(sys.modules['typing'], self._name) if self._name else self.__origin__
        args = self.__args__
        return operator.getitem, (origin, args if len(args) != 1 or isinstance(args[0], tuple) else args[0])

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            following = bases[bases.index(self) + 1:]
            if Protocol in bases or any(isinstance(base, _BaseGenericAlias) and base is not self for base in following):
                return ()
        return (self.__origin__,)


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    """List, Dict, Iterable, ...: the generic names of classes that live elsewhere."""

    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        module = '' if origin.__module__ == 'builtins' else origin.__module__ + '.'
        self.__doc__ = f'A generic version of {module}{origin.__qualname__}.'

    @_remembered
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        params = tuple([_type_check(one, _MESSAGE) for one in params])
        _check_generic(self, params, self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name


# These are made of what stands above, which finds them here when it is called.
from _typing_kinds import (ClassVar, Final, ForwardRef, LiteralString, Never, NoReturn, ParamSpec, Self,
                           TypeAlias, TypeVarTuple, Union, Unpack, _ConcatenateGenericAlias)
from _typing_classes import Generic, Protocol
