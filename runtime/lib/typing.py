"""Names for annotations: what they do when the program runs is to be there, to be printed and to be asked. Here are
the functions and the generic names of classes; the rest comes from the modules _typing_*."""
import collections
import collections.abc
import functools
import sys
import types
from types import GenericAlias
from _typing_forms import (Any, _BaseGenericAlias, _Final, _GenericAlias, _LiteralSpecialForm, _SpecialForm,
                           _SpecialGenericAlias, _check_generic, _cleanups, _collect_parameters, _is_dunder,
                           _is_param_expr, _remembered as _tp_cache, _type_check, _type_convert, _type_repr)
from _typing_kinds import (Annotated, ClassVar, Concatenate, Final, ForwardRef, Literal, LiteralString, Never, NoReturn,
                           NotRequired, Optional, Required, Self, TypeAlias, TypeGuard, Union, Unpack, _AnnotatedAlias,
                           _CallableGenericAlias, _CallableType, _ConcatenateGenericAlias, _LiteralGenericAlias,
                           _TupleType, _UnionGenericAlias, _UnpackGenericAlias, _eval_type,
                           _should_unflatten_callable_args, _with_args)
from _typing_variables import ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVar, TypeVarTuple, _caller
from _typing_classes import (EXCLUDED_ATTRIBUTES, Generic, NamedTuple, NamedTupleMeta, NewType, Protocol, TypedDict,
                             _NamedTuple, _ProtocolMeta, _TypedDict, _TypedDictMeta, _get_protocol_attrs,
                             _prohibited, _special, runtime_checkable)
from _typing_files import (AnyStr, BinaryIO, IO, List, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat,
                           SupportsIndex, SupportsInt, SupportsRound, T_co, TextIO)

for _each in list(globals().values()):  # they are here for everybody who asks
    if getattr(_each, '__module__', '').startswith('_typing_'):
        _each.__module__ = 'typing'
del _each

TYPE_CHECKING = False


def _idfunc(_, x):
    return x


def cast(typ, val):
    """The value as it is."""
    return val


def assert_type(val, typ, /):
    """The value as it is."""
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
    shown = repr(arg)
    if len(shown) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        shown = shown[:_ASSERT_NEVER_REPR_MAX_LENGTH] + '...'
    raise AssertionError(f"Expected code to be unreachable, but got: {shown}")


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


_overload_registry = collections.defaultdict(functools.partial(collections.defaultdict, dict))


def overload(func):
    """One of several signatures of a function; the last definition without this decorator counts."""
    inner = getattr(func, '__func__', func)
    try:
        _overload_registry[inner.__module__][inner.__qualname__][inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """What overload() was given for a function."""
    func = getattr(func, '__func__', func)
    if func.__module__ not in _overload_registry:
        return []
    known = _overload_registry[func.__module__]
    return list(known[func.__qualname__].values()) if func.__qualname__ in known else []


def clear_overloads():
    """Forgets them."""
    _overload_registry.clear()


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
        for name in dir(arg):
            value = getattr(arg, name)
            if (getattr(value, '__qualname__', None) != f"{arg.__qualname__}.{getattr(value, '__name__', '')}"
                    or getattr(value, '__module__', None) != arg.__module__):
                continue
            if isinstance(value, types.FunctionType):
                value.__no_type_check__ = True
            elif isinstance(value, types.MethodType):
                value.__func__.__no_type_check__ = True
            elif isinstance(value, type):
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
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs)):
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
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        return (list(args[:-1]), args[-1]) if _should_unflatten_callable_args(tp, args) else args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def is_typeddict(tp):
    """Whether it is a class of TypedDict."""
    return isinstance(tp, _TypedDictMeta)


def _strip_annotations(value):
    """An annotation without Annotated, Required and NotRequired."""
    if isinstance(value, _AnnotatedAlias):
        return _strip_annotations(value.__origin__)
    if isinstance(value, _GenericAlias) and value.__origin__ in (Required, NotRequired):
        return _strip_annotations(value.__args__[0])
    if not isinstance(value, (_GenericAlias, GenericAlias, types.UnionType)):
        return value
    return _with_args(value, tuple([_strip_annotations(arg) for arg in value.__args__]))


def _resolved(annotations, globalns, localns, is_argument, is_class):
    hints = {}
    for name, value in annotations.items():
        if value is None:
            value = type(None)
        if isinstance(value, str):
            value = ForwardRef(value, is_argument=is_argument, is_class=is_class)
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
            inner = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                names, inner = inner, names  # a name of the module wins, as the class's own may be the field itself
            hints |= _resolved(annotations, names, inner, is_argument=False, is_class=True)
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
        hints = _resolved(annotations, globalns, globalns if localns is None else localns,
                          is_argument=not isinstance(obj, types.ModuleType), is_class=False)
    return hints if include_extras else {name: _strip_annotations(value) for name, value in hints.items()}


# The generic names of classes that live elsewhere

T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')
V_co, VT_co = TypeVar('V_co', covariant=True), TypeVar('VT_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
CT_co = TypeVar('CT_co', covariant=True, bound=type)
for _each in T, KT, VT, T_co, V_co, VT_co, T_contra, CT_co, AnyStr:
    _each.__module__ = 'typing'
del _each
Text = str

Callable = _CallableType(collections.abc.Callable, 2)
Tuple = _TupleType(tuple, -1, name='Tuple', inst=False)
for _name, _origin, _count in (('Dict', dict, 2), ('Set', set, 1), ('FrozenSet', frozenset, 1),
                               ('Type', type, 1)):
    globals()[_name] = _SpecialGenericAlias(_origin, _count, name=_name, inst=False)
for _name, _count in (('Deque', 1), ('DefaultDict', 2), ('OrderedDict', 2), ('Counter', 1), ('ChainMap', 2)):
    _origin = getattr(collections, {'Deque': 'deque', 'DefaultDict': 'defaultdict'}.get(_name, _name))
    globals()[_name] = _SpecialGenericAlias(_origin, _count, name=_name)
for _name, _count in (('Awaitable', 1), ('Coroutine', 3), ('AsyncIterable', 1), ('AsyncIterator', 1), ('Iterable', 1),
                      ('Iterator', 1), ('Reversible', 1), ('Container', 1), ('Collection', 1), ('MutableSet', 1),
                      ('Mapping', 2), ('MutableMapping', 2), ('Sequence', 1), ('MutableSequence', 1),
                      ('MappingView', 1), ('KeysView', 1), ('ItemsView', 2), ('ValuesView', 1), ('Generator', 3),
                      ('AsyncGenerator', 2), ('Hashable', 0), ('Sized', 0), ('ByteString', 0)):
    if hasattr(collections.abc, _name):
        globals()[_name] = _SpecialGenericAlias(getattr(collections.abc, _name), _count)
AbstractSet = _SpecialGenericAlias(collections.abc.Set, 1, name='AbstractSet')


def __getattr__(name):
    """What needs another module is made when it is asked for."""
    if name in ('ContextManager', 'AsyncContextManager'):
        import contextlib
        made = _SpecialGenericAlias(getattr(contextlib, 'Abstract' + name), 1, name=name)
    elif name in ('Pattern', 'Match'):
        import re
        made = _SpecialGenericAlias(getattr(re, name), 1)
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = made
    return made


del _name, _origin, _count
__all__ = ['Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional',
           'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet', 'ByteString',
           'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping',
           'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView',
           'Awaitable', 'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator',
           'AsyncContextManager', 'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat',
           'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict',
           'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO',
           'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads',
           'dataclass_transform', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_type_hints', 'is_typeddict',
           'LiteralString', 'Never', 'NewType', 'no_type_check', 'no_type_check_decorator', 'NoReturn', 'NotRequired',
           'overload', 'ParamSpecArgs', 'ParamSpecKwargs', 'Required', 'reveal_type', 'runtime_checkable', 'Self',
           'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'Unpack']
