"""Functions that take or make functions."""
from _thread import RLock
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache',
           'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod',
           'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)

_GenericAlias = type(list[int])


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper function look like the one it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            pass
        else:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorates a wrapper function: update_wrapper with the wrapped one."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- total_ordering

def _derive(name, root, rule):
    """The comparison `name` from the one a class has: `rule` combines its answer with equality."""

    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        return answer if answer is NotImplemented else rule(answer, self, other)

    compare.__name__ = name
    compare.__qualname__ = f'_{name.strip("_")}_from_{root.strip("_")}'
    compare.__doc__ = getattr(int, name).__doc__
    return compare


def _negated(answer, self, other):
    return not answer


def _or_equal(answer, self, other):
    return answer or self == other


def _and_different(answer, self, other):
    return answer and self != other


def _neither(answer, self, other):
    return not answer and self != other


def _negated_or_equal(answer, self, other):
    return not answer or self == other


_derived = {
    '__lt__': (('__gt__', _neither), ('__le__', _or_equal), ('__ge__', _negated)),
    '__le__': (('__ge__', _negated_or_equal), ('__lt__', _and_different), ('__gt__', _negated)),
    '__gt__': (('__lt__', _neither), ('__ge__', _or_equal), ('__le__', _negated)),
    '__ge__': (('__le__', _negated_or_equal), ('__gt__', _and_different), ('__lt__', _negated)),
}
_derived = {root: [(name, _derive(name, root, rule)) for name, rule in rules] for root, rules in _derived.items()}
for _rules in _derived.values():  # pickled by name
    globals().update((_function.__qualname__, _function) for _, _function in _rules)


def total_ordering(cls):
    """Gives a class that has one of <, <=, >, >= (and ==) the other three."""
    roots = {name for name in _derived if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)
    for name, function in _derived[root]:
        if name not in roots:
            setattr(cls, name, function)
    return cls


# --- caches

def __getattr__(name):
    if name == '_CacheInfo':  # collections would make every start slower
        from collections import namedtuple
        globals()[name] = namedtuple('CacheInfo', 'hits misses maxsize currsize', module='functools')
        return globals()[name]
    raise AttributeError(f"module 'functools' has no attribute {name!r}")


def _cache_info(hits, misses, maxsize, currsize):
    kind = globals().get('_CacheInfo') or __getattr__('_CacheInfo')
    return kind(hits, misses, maxsize, currsize)


def lru_cache(maxsize=128, typed=False):
    """Decorates a function: results of the `maxsize` arguments used last are remembered; None: all of them."""
    if callable(maxsize) and isinstance(typed, bool):
        return _make_cache(maxsize, 128, typed)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _make_cache(user_function, maxsize, typed)

    return decorating_function


def _make_cache(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _cache_info)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """Decorates a function: all its results are remembered."""
    return lru_cache(maxsize=None)(user_function)


_missing = object()


class cached_property:
    """A property that is computed once and then is an attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = RLock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f'instance to cache {self.attrname!r} property.') from None
        value = attributes.get(self.attrname, _missing)
        return self._computed(instance, attributes) if value is _missing else value

    def _computed(self, instance, attributes):
        with self.lock:
            value = attributes.get(self.attrname, _missing)
            if value is _missing:  # nobody was faster
                value = self.func(instance)
                try:
                    attributes[self.attrname] = value
                except TypeError:
                    raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not "
                                    f'support item assignment for caching {self.attrname!r} property.') from None
        return value

    __class_getitem__ = classmethod(_GenericAlias)


# --- partialmethod

class partialmethod:
    """A method with some arguments given already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        args = [repr(arg) for arg in self.args] + [f'{name}={value!r}' for name, value in self.keywords.items()]
        cls = type(self)
        return f'{cls.__module__}.{cls.__qualname__}({", ".join([repr(self.func)] + args)})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(_GenericAlias)


# --- singledispatch

def _merge_linearisations(sequences):
    """C3: the order in which every sequence's own order holds."""
    result = []
    while sequences := [sequence for sequence in sequences if sequence]:
        for sequence in sequences:
            head = sequence[0]
            if not any(head in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(head)
        for sequence in sequences:
            if sequence[0] is head:
                del sequence[0]
    return result


def _linearise(cls, abcs):
    """The MRO of a class as if it inherited from the abstract classes it counts as a subclass of."""
    for position, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, '__abstractmethods__'):
            boundary = len(cls.__bases__) - position
            break
    else:
        boundary = 0
    explicit = list(cls.__bases__[:boundary])
    other = list(cls.__bases__[boundary:])
    abstract = [base for base in abcs
                if issubclass(cls, base) and not any(issubclass(b, base) for b in cls.__bases__)]
    remaining = [base for base in abcs if base not in abstract]
    parts = [_linearise(base, remaining) for base in explicit + abstract + other]
    return _merge_linearisations([[cls]] + parts + [explicit, abstract, other])


def _compose_mro(cls, types):
    bases = set(cls.__mro__)

    def is_related(typ):
        return (typ not in bases and hasattr(typ, '__mro__') and not isinstance(typ, _GenericAlias)
                and issubclass(cls, typ))

    types = [typ for typ in types if is_related(typ)]
    types = [typ for typ in types
             if not any(typ is not other and typ in other.__mro__ for other in types)]
    wanted = set(types)
    mro = []
    for typ in types:
        found = []
        for sub in typ.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([s for s in sub.__mro__ if s in wanted])
        if not found:
            mro.append(typ)
            continue
        found.sort(key=len, reverse=True)
        for subs in found:
            for sub in subs:
                if sub not in mro:
                    mro.append(sub)
    return _linearise(cls, abcs=mro)


def _find_implementation(cls, registry):
    match = None
    for typ in _compose_mro(cls, registry.keys()):
        if match is not None:
            if (typ in registry and typ not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, typ)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {typ}')
            break
        if typ in registry:
            match = typ
    return registry.get(match)


def singledispatch(func):
    """Decorates a function: further implementations are registered for types of its first argument."""
    from weakref import WeakKeyDictionary

    registry = {}
    found = WeakKeyDictionary()
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None:
            from abc import get_cache_token
            current = get_cache_token()
            if token != current:
                found.clear()
                token = current
        try:
            return found[cls]
        except KeyError:
            pass
        implementation = registry.get(cls)
        if implementation is None:
            implementation = _find_implementation(cls, registry)
        found[cls] = implementation
        return implementation

    def is_union(annotation):
        if not hasattr(annotation, '__origin__'):
            return type(annotation) is type(int | str)
        from typing import Union
        return annotation.__origin__ is Union

    def types_of(annotation):
        """The classes of a union, or the class itself; None: not something to dispatch by."""
        if isinstance(annotation, type) and not isinstance(annotation, _GenericAlias):
            return (annotation,)
        if is_union(annotation):
            parts = annotation.__args__
            if all(isinstance(part, type) and not isinstance(part, _GenericAlias) for part in parts):
                return parts
        return None

    def register(cls, func=None):
        nonlocal token
        classes = types_of(cls)
        if classes is not None:
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` '
                                'or plain `@register` on an annotated function.')
            func = cls
            from typing import get_type_hints
            name, annotation = next(iter(get_type_hints(func).items()))
            classes = types_of(annotation)
            if classes is None:
                complaint = 'not all arguments are classes' if is_union(annotation) else 'is not a class'
                raise TypeError(f'Invalid annotation for {name!r}. {annotation!r} {complaint}.')
        for each in classes:
            registry[each] = func
            if token is None and hasattr(each, '__abstractmethods__'):
                from abc import get_cache_token
                token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods: by the type of the first argument after self or cls."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
