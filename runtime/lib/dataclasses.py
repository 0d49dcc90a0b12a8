"""Classes that mostly hold data: a decorator writes their methods from their annotations."""
import sys
from types import FunctionType, GenericAlias, MappingProxyType, MemberDescriptorType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was to be changed."""


class _Marker:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


class _HAS_DEFAULT_FACTORY_CLASS(_Marker):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS('<factory>')
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = _Marker('_FIELD'), _Marker('_FIELD_CLASSVAR'), _Marker('_FIELD_INITVAR')


class InitVar:
    """The annotation of what only __init__ and __post_init__ get."""
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


_SHOWN = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only',
          '_field_type')
_shown = set()  # the fields whose repr is under way


class Field:
    """What is known of one field; made by field() and the decorator only."""
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only

    def __repr__(self):
        if id(self) in _shown:
            return '...'
        _shown.add(id(self))
        try:
            return f'Field({",".join(f"{name}={getattr(self, name)!r}" for name in _SHOWN)})'
        finally:
            _shown.remove(id(self))

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), '__set_name__', None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq, self.order = init, repr, eq, order
        self.unsafe_hash, self.frozen = unsafe_hash, frozen

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Says more about a field than its annotation and default do."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _first_word(text):
    """(the word at the beginning, the rest), without the spaces around."""
    text = text.lstrip()
    end = next((place for place, char in enumerate(text) if not (char.isalnum() or char == '_')), len(text))
    return text[:end], text[end:].lstrip()


def _annotated_as(annotation, cls, module_name, wanted):
    """Whether an annotation, as an object or as text, is what is wanted. A text is not evaluated: its first word is
    looked up in the module of the class, its second one in a module that the first one names."""
    if not isinstance(annotation, str):
        return wanted(annotation)
    module = sys.modules.get(cls.__module__)
    names = module.__dict__ if module is not None else {}
    word, rest = _first_word(annotation)
    second = _first_word(rest[1:])[0] if rest[:1] == '.' else ''
    if second:
        module = sys.modules.get(module_name)
        if module is None or names.get(word) is not module:
            return False
        names, word = module.__dict__, second
    found = names.get(word)
    return found is not None and wanted(found)


def _is_classvar(annotation, cls):
    typing = sys.modules.get('typing')
    if typing is None:
        return False

    def wanted(one):
        return one is typing.ClassVar or getattr(one, '__origin__', None) is typing.ClassVar
    return _annotated_as(annotation, cls, 'typing', wanted)


def _is_initvar(annotation, cls):
    return _annotated_as(annotation, cls, 'dataclasses', lambda one: one is InitVar or type(one) is InitVar)


def _is_kw_only(annotation, cls):
    return _annotated_as(annotation, cls, 'dataclasses', lambda one: one is KW_ONLY)


def _get_field(cls, name, annotation, kw_only):
    """The Field of one annotated name."""
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, MemberDescriptorType):
            default = MISSING  # a slot of that name
        made = field(default=default)
    made.name, made.type = name, annotation
    made._field_type = _FIELD
    if _is_classvar(annotation, cls):
        made._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation, cls):
        made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: use default_factory')
    return made


def _collect_fields(cls, kw_only):
    """All fields by name, those of the bases first."""
    fields = {}
    any_frozen_base = has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            has_dataclass_bases = True
            fields.update(inherited)
            any_frozen_base = any_frozen_base or getattr(base, _PARAMS).frozen
    annotations = cls.__dict__.get('__annotations__', {})
    own = []
    seen_kw_only = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, cls):
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for one in own:
        fields[one.name] = one
        if isinstance(getattr(cls, one.name, None), Field):
            if one.default is MISSING:
                delattr(cls, one.name)
            else:
                setattr(cls, one.name, one.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return fields, any_frozen_base, has_dataclass_bases


class _Source:
    """The text of the methods of one class, compiled in one go, and the objects the text names."""

    def __init__(self, globals):
        self.lines = []
        self.names = {}
        self.globals = globals

    def function(self, name, parameters, body):
        self.lines.append(f' def {name}({parameters}):')
        self.lines += ['  ' + line for line in body] or ['  pass']

    def make(self, cls):
        """Runs the text; the functions by name."""
        if not self.lines:
            return {}
        made = [line.split('(')[0][5:] for line in self.lines if line.startswith(' def ')]
        text = '\n'.join([f'def __create_fn__({", ".join(self.names)}):', *self.lines,
                          f' return ({", ".join(made)},)'])
        namespace = {}
        exec(text, self.globals, namespace)
        functions = namespace['__create_fn__'](**self.names)
        for function in functions:
            function.__qualname__ = f'{cls.__qualname__}.{function.__name__}'
        return dict(zip(made, functions))


def _assignment(name, value, frozen):
    if frozen:
        return f'__dataclass_builtins_object__.__setattr__(self,{name!r},{value})'
    return f'self.{name}={value}'


def _init_line(one, source, frozen, slots):
    """The line of __init__ that sets a field, or None."""
    default_name = f'__dataclass_dflt_{one.name}__'
    if one._field_type is _FIELD_INITVAR:
        if one.default is not MISSING and one.init:
            source.names[default_name] = one.default
        return None
    if one.default_factory is not MISSING:
        source.names[default_name] = one.default_factory
        value = f'{default_name}()'
        if one.init:
            value += f' if {one.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {one.name}'
    elif one.init:
        if one.default is not MISSING:
            source.names[default_name] = one.default
        value = one.name
    elif slots and one.default is not MISSING:
        source.names[default_name] = one.default
        value = default_name
    else:
        return None
    return _assignment(one.name, value, frozen)


def _parameter(one, source):
    """A field as a parameter of __init__."""
    source.names[f'__dataclass_type_{one.name}__'] = one.type
    if one.default_factory is not MISSING:
        default = '=__dataclass_HAS_DEFAULT_FACTORY__'
    else:
        default = '' if one.default is MISSING else f'=__dataclass_dflt_{one.name}__'
    return f'{one.name}:__dataclass_type_{one.name}__{default}'


def _write_init(source, fields, frozen, has_post_init, self_name, slots):
    positional = [one for one in fields if one.init and not one.kw_only]
    keyword_only = [one for one in fields if one.init and one.kw_only]
    seen_default = False
    for one in positional:
        if one.default is not MISSING or one.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f'non-default argument {one.name!r} follows default argument')
    source.names['__dataclass_HAS_DEFAULT_FACTORY__'] = _HAS_DEFAULT_FACTORY
    source.names['__dataclass_builtins_object__'] = object
    body = [line for one in fields if (line := _init_line(one, source, frozen, slots))]
    if self_name != 'self':
        body = [line.replace('self.', self_name + '.', 1) if line.startswith('self.')
                else line.replace('(self,', f'({self_name},', 1) for line in body]
    if has_post_init:
        passed = ','.join(one.name for one in fields if one._field_type is _FIELD_INITVAR)
        body.append(f'{self_name}.{_POST_INIT_NAME}({passed})')
    parameters = [self_name] + [_parameter(one, source) for one in positional]
    if keyword_only:
        parameters += ['*'] + [_parameter(one, source) for one in keyword_only]
    source.function('__init__', ', '.join(parameters), body)


def _self_tuple(fields, owner):
    return '(' + ''.join(f'{owner}.{one.name},' for one in fields) + ')'


def _write_frozen(source, cls, fields):
    source.names['__dataclass_cls__'] = cls
    source.names['__dataclass_FrozenInstanceError__'] = FrozenInstanceError
    source.names['__dataclass_names__'] = frozenset(one.name for one in fields)
    for name, parameters, verb, passed in (('__setattr__', 'self, name, value', 'assign to', 'name, value'),
                                           ('__delattr__', 'self, name', 'delete', 'name')):
        source.function(name, parameters, [
            'if type(self) is __dataclass_cls__ or name in __dataclass_names__:',
            f' raise __dataclass_FrozenInstanceError__(f"cannot {verb} field {{name!r}}")',
            f'super(__dataclass_cls__, self).{name}({passed})'])


def _make_repr(cls, fields):
    names = [one.name for one in fields if one.repr]
    running = set()

    def __repr__(self):
        key = id(self)
        if key in running:
            return '...'
        running.add(key)
        try:
            shown = ', '.join([f'{name}={getattr(self, name)!r}' for name in names])
            return f'{self.__class__.__qualname__}({shown})'
        finally:
            running.discard(key)

    __repr__.__qualname__ = f'{cls.__qualname__}.__repr__'
    return __repr__


def _hash_action(cls, unsafe_hash, eq, frozen, fields, source):
    """What becomes of __hash__: see the table in the documentation of the decorator's parameters."""
    found = cls.__dict__.get('__hash__', MISSING)
    explicit = not (found is MISSING or (found is None and '__eq__' in cls.__dict__))
    if unsafe_hash and explicit:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if unsafe_hash or (eq and frozen and not explicit):
        used = [one for one in fields if (one.compare if one.hash is None else one.hash)]
        source.function('__hash__', 'self', [f'return hash({_self_tuple(used, "self")})'])
    elif eq and not explicit:
        cls.__hash__ = None


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    globals = sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    fields, any_frozen_base, has_dataclass_bases = _collect_fields(cls, kw_only)
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not any_frozen_base and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    source = _Source(globals)
    stored = [one for one in fields.values() if one._field_type is _FIELD]
    given = [one for one in fields.values() if one._field_type in (_FIELD, _FIELD_INITVAR)]
    if init:
        _write_init(source, given, frozen, hasattr(cls, _POST_INIT_NAME),
                    '__dataclass_self__' if 'self' in fields else 'self', slots)
    if repr:
        _set_new(cls, '__repr__', _make_repr(cls, stored))
    compared = [one for one in stored if one.compare]
    operators = {'__eq__': '=='} if eq else {}
    if order:
        operators |= {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>='}
    for name, operator in operators.items():
        source.function(name, 'self, other', [
            'if other.__class__ is self.__class__:',
            f' return {_self_tuple(compared, "self")}{operator}{_self_tuple(compared, "other")}',
            'return NotImplemented'])
    if frozen:
        _write_frozen(source, cls, stored)
    _hash_action(cls, unsafe_hash, eq, frozen, stored, source)
    _add_methods(cls, source.make(cls))
    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature_text(given if init else [])
    if match_args:
        _set_new(cls, '__match_args__', tuple(one.name for one in given if one.init and not one.kw_only))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    if '__abstractmethods__' in cls.__dict__:
        import abc
        abc.update_abstractmethods(cls)
    return cls


def _add_methods(cls, methods):
    for name, function in methods.items():
        if name == '__init__':
            annotations = {key: value for key, value in function.__annotations__.items()}
            annotations['return'] = None
            function.__annotations__ = annotations
            _set_new(cls, name, function)
        elif name == '__hash__':
            cls.__hash__ = function
        elif _set_new(cls, name, function):
            if name in ('__lt__', '__le__', '__gt__', '__ge__'):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. Consider using '
                                'functools.total_ordering')
            if name in ('__setattr__', '__delattr__'):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')


def _annotation_text(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        module = annotation.__module__
        return annotation.__qualname__ if module == 'builtins' else f'{module}.{annotation.__qualname__}'
    return repr(annotation).replace('typing.', '')


def _signature_text(fields):
    """How inspect shows the signature of __init__."""
    parts = []
    keyword_only = [one for one in fields if one.init and one.kw_only]
    for one in [one for one in fields if one.init and not one.kw_only] + keyword_only:
        if keyword_only and one is keyword_only[0]:
            parts.append('*')
        text = f'{one.name}: {_annotation_text(one.type)}'
        if one.default_factory is not MISSING:
            text += ' = <factory>'
        elif one.default is not MISSING:
            text += f' = {one.default!r}'
        parts.append(text)
    return f"({', '.join(parts)})"


def _get_slots(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return
    if isinstance(slots, str):
        yield slots
    else:
        yield from slots


def _dataclass_getstate(self):
    return [getattr(self, one.name) for one in fields(self)]


def _dataclass_setstate(self, state):
    for one, value in zip(fields(self), state):
        object.__setattr__(self, one.name, value)


def _add_slots(cls, is_frozen, weakref_slot):
    """The class made again with __slots__: they cannot be added later."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = tuple(one.name for one in fields(cls))
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _get_slots(base)}
    wanted = names + (('__weakref__',) if weakref_slot else ())
    namespace['__slots__'] = tuple(name for name in wanted if name not in inherited)
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    if is_frozen:
        if '__getstate__' not in namespace:
            made.__getstate__ = _dataclass_getstate
        if '__setstate__' not in namespace:
            made.__setstate__ = _dataclass_setstate
        _rebind_cell(made, cls, ('__setattr__', '__delattr__'))
    return made


def _rebind_cell(made, old, names):
    """The methods that name the class in a cell mean the new one."""
    for name in names:
        function = made.__dict__.get(name)
        if isinstance(function, FunctionType):
            for cell in function.__closure__ or ():
                if cell.cell_contents is old:
                    cell.cell_contents = made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds __init__, __repr__, __eq__ and others to a class, written from its annotated names."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a data class, or of an instance."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([one for one in found.values() if one._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether this is a data class or an instance of one."""
    cls = obj if isinstance(obj, type) and not isinstance(obj, GenericAlias) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, recursively."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """The fields as a tuple, recursively."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _convert(obj, make):
    if _is_dataclass_instance(obj):
        return make([(one.name, _convert(getattr(obj, one.name), make)) for one in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_convert(item, make) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_convert(item, make) for item in obj)
    if isinstance(obj, dict):
        pairs = [(_convert(key, make), _convert(value, make)) for key, value in obj.items()]
        if hasattr(type(obj), 'default_factory'):
            made = type(obj)(obj.default_factory)
            made.update(pairs)
            return made
        return type(obj)(pairs)
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Makes a data class from a list of names, (name, type) and (name, type, field)."""
    import keyword
    import types
    namespace = {} if namespace is None else namespace
    annotations, defaults, seen = {}, {}, set()
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in seen:
            raise TypeError(f'Field name duplicated: {name!r}')
        seen.add(name)
        annotations[name] = annotation

    def fill(body):
        body.update(namespace)
        body.update(defaults)
        body['__annotations__'] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new object of the same class with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for one in getattr(obj, _FIELDS).values():
        if one._field_type is _FIELD_CLASSVAR:
            continue
        if not one.init:
            if one.name in changes:
                raise ValueError(f'field {one.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if one.name not in changes:
            if one._field_type is _FIELD_INITVAR and one.default is MISSING:
                raise ValueError(f"InitVar {one.name!r} must be specified with replace()")
            changes[one.name] = getattr(obj, one.name)
    return obj.__class__(**changes)
