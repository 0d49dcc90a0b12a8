"""What classes of typing inherit from: Generic, Protocol, NamedTuple, TypedDict, and the protocols and files of one
method each. Names with brackets are in _typing_kinds.py."""
import collections
import collections.abc
import types
from abc import ABCMeta
from types import GenericAlias
from _typing_forms import (Any, _GenericAlias, _check_generic, _collect_parameters, _is_unpacked_typevartuple,
                           _prepared, _remembered, _type_check, _type_convert)
from _typing_kinds import NotRequired, Required, Union, _AnnotatedAlias
from _typing_variables import ParamSpec, TypeVar, TypeVarTuple, _Immutable, _caller


class Generic:
    """The base of classes with type variables."""
    __slots__ = ()
    _is_protocol = False

    @_remembered
    def __class_getitem__(cls, params):
        params = tuple([_type_convert(one) for one in (params if isinstance(params, tuple) else (params,))])
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(one, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(one) for one in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                f"specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, params)
        chosen = []
        for variable, param in zip(cls.__parameters__, _prepared(cls, params)):
            if isinstance(variable, TypeVarTuple):
                chosen += param
            else:
                chosen.append(param)
        return _GenericAlias(cls, tuple(chosen))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is not None:
            wrong = Generic in bases
        else:
            wrong = Generic in cls.__bases__ and cls.__name__ != 'Protocol' and type(cls) is not _TypedDictMeta
        if wrong:
            raise TypeError("Cannot inherit from plain Generic")
        variables = ()
        if bases is not None:
            variables = _collect_parameters(bases)
            declared = [base for base in bases if isinstance(base, _GenericAlias) and base.__origin__ is Generic]
            if len(declared) > 1:
                raise TypeError("Cannot inherit from Generic[...] multiple types.")
            if declared:
                missing = [one for one in variables if one not in declared[0].__parameters__]
                if missing:
                    shown = ', '.join([str(one) for one in missing])
                    listed = ', '.join([str(one) for one in declared[0].__parameters__])
                    raise TypeError(f"Some type variables ({shown}) are not listed in Generic[{listed}]")
                variables = declared[0].__parameters__
        cls.__parameters__ = tuple(variables)


EXCLUDED_ATTRIBUTES = ['__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
                       '__final__', '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__',
                       '__module__', '__new__', '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__',
                       '__match_args__', '_abc_impl', '_MutableMapping__marker']

_PROTOCOLS_ELSEWHERE = {
    'collections.abc': ('Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'Hashable', 'Sized',
                        'Container', 'Collection', 'Reversible'),
    'contextlib': ('AbstractContextManager', 'AbstractAsyncContextManager')}


def _get_protocol_attrs(cls):
    """The names that a class must have to satisfy a protocol."""
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in [*base.__dict__, *_own_annotations(base)]:
            if not name.startswith('_abc_') and name not in EXCLUDED_ATTRIBUTES:
                names.add(name)
    return names


def _own_annotations(cls):
    known = cls.__dict__.get('__annotations__', {})
    return known if isinstance(known, collections.abc.Mapping) else {}


def _is_callable_members_only(cls):
    return all(callable(getattr(cls, name, None)) for name in _get_protocol_attrs(cls))


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not cls._is_runtime_protocol and _caller() not in ('abc', 'functools'):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        return all(hasattr(instance, name) and
                   (not callable(getattr(cls, name, None)) or getattr(instance, name) is not None)
                   for name in _get_protocol_attrs(cls))

    def __subclasscheck__(cls, other):
        if cls.__dict__.get('_is_protocol', False) and _caller() not in ('abc', 'functools', '_typing_classes'):
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            if not cls._is_runtime_protocol:
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if not _is_callable_members_only(cls):
                raise TypeError("Protocols with non-method members don't support issubclass()")
        return super().__subclasscheck__(other)


def _protocol_hook(other, cls):
    """Whether a class has all the methods of a protocol."""
    if not cls.__dict__.get('_is_protocol', False) or not cls._is_runtime_protocol or (
            not _is_callable_members_only(cls)):
        return NotImplemented
    for name in _get_protocol_attrs(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in _own_annotations(base) and getattr(other, '_is_protocol', False):
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
            allowed = base in (object, Generic) or base.__name__ in _PROTOCOLS_ELSEWHERE.get(base.__module__, ())
            if not allowed and not (issubclass(base, Generic) and base._is_protocol):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    """Lets isinstance() ask for a protocol."""
    if not isinstance(cls, type) or not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


_prohibited = frozenset({'__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                         '_field_types', '_make', '_replace', '_asdict', '_source'})
_special = frozenset({'__module__', '__name__', '__annotations__'})


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        if bases.count(_NamedTuple) > 1:
            raise TypeError('duplicate base class tuple')
        fields = ns.get('__annotations__', {})
        defaults = []
        for field in fields:
            if field in ns:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_named_tuple(typename, fields.items(), [ns[field] for field in defaults], ns['__module__'])
        if Generic in bases:
            content = {name: value for name, value in made.__dict__.items() if name not in ('__dict__', '__weakref__')}
            content['__class_getitem__'] = classmethod(Generic.__class_getitem__.__func__)
            if '__orig_bases__' in ns:
                content['__orig_bases__'] = ns['__orig_bases__']
            made = type(typename, tuple([tuple if base is _NamedTuple else base for base in bases]), content)
        for key, value in ns.items():
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _special and key not in made._fields:
                setattr(made, key, value)
        return made


def _make_named_tuple(name, types, defaults=(), module=None):
    types = {field: _type_check(annotation, f"field {field} annotation must be a type") for field, annotation in types}
    made = collections.namedtuple(name, types, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A tuple whose items have names and types; also the base of classes written so."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    return _make_named_tuple(typename, fields, module=_caller())


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


def _named_tuple_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_entries


def _move(keys, source, target):
    source.difference_update(keys)
    target.update(keys)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), namespace)
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _type_check(value, message, module=made.__module__)
               for key, value in namespace.get('__annotations__', {}).items()}
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            _move(base.__dict__.get('__required_keys__', ()), optional, required)
            _move(base.__dict__.get('__optional_keys__', ()), required, optional)
        annotations.update(own)
        for key, annotation in own.items():
            if isinstance(annotation, _AnnotatedAlias):
                annotation = annotation.__origin__
            origin = getattr(annotation, '__origin__', None)
            if origin is Required or (total and origin is not NotRequired):
                _move((key,), optional, required)
            else:
                _move((key,), required, optional)
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
    if kwargs:
        import warnings
        warnings.warn("The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed "
                      "in Python 3.13, and may not be understood by third-party type checkers.", DeprecationWarning,
                      stacklevel=2)
    namespace = {'__annotations__': dict(fields)}
    module = _caller()
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
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        wanted = self.__name__

        class Refusing:
            def __init_subclass__(cls):
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {wanted})`")
        return (Refusing,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
