"""What objects are: kinds, members, signatures, sources, frames."""
import collections.abc
import functools
import keyword
import sys
import types
from abc import ABCMeta
from collections import OrderedDict, namedtuple
from _inspect_classes import (ArgInfo, Arguments, Attribute, classify_class_attrs, formatannotationrelativeto,
                              formatargvalues, getargs, getargvalues, getcallargs, getclasstree,
                              getcoroutinelocals, getlineno, walktree)
from _inspect_source import (BlockFinder, ClassFoundException, EndOfBlock, _finddoc, findsource, getabsfile, getblock,
                             getcomments, getfile, getmodule, getmodulename, getsource, getsourcefile, getsourcelines,
                             indentsize)

__all__ = ['ArgInfo', 'Arguments', 'Attribute', 'BlockFinder', 'BoundArguments', 'CORO_CLOSED', 'CORO_CREATED',
           'CORO_RUNNING', 'CORO_SUSPENDED', 'CO_ASYNC_GENERATOR', 'CO_COROUTINE', 'CO_GENERATOR',
           'CO_ITERABLE_COROUTINE', 'CO_NESTED', 'CO_NEWLOCALS', 'CO_NOFREE', 'CO_OPTIMIZED', 'CO_VARARGS',
           'CO_VARKEYWORDS', 'ClassFoundException', 'ClosureVars', 'EndOfBlock', 'FrameInfo', 'FullArgSpec',
           'GEN_CLOSED', 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'Parameter', 'Signature',
           'TPFLAGS_IS_ABSTRACT', 'Traceback', 'classify_class_attrs', 'cleandoc', 'currentframe', 'findsource',
           'formatannotation', 'formatannotationrelativeto', 'formatargvalues', 'get_annotations', 'getabsfile',
           'getargs', 'getargvalues', 'getattr_static', 'getblock', 'getcallargs', 'getclasstree', 'getclosurevars',
           'getcomments', 'getcoroutinelocals', 'getcoroutinestate', 'getdoc', 'getfile', 'getframeinfo',
           'getfullargspec', 'getgeneratorlocals', 'getgeneratorstate', 'getinnerframes', 'getlineno', 'getmembers',
           'getmembers_static', 'getmodule', 'getmodulename', 'getmro', 'getouterframes', 'getsource', 'getsourcefile',
           'getsourcelines', 'indentsize', 'isabstract', 'isasyncgen', 'isasyncgenfunction', 'isawaitable',
           'isbuiltin', 'isclass', 'iscode', 'iscoroutine', 'iscoroutinefunction', 'isdatadescriptor', 'isframe',
           'isfunction', 'isgenerator', 'isgeneratorfunction', 'isgetsetdescriptor', 'ismemberdescriptor', 'ismethod',
           'ismethoddescriptor', 'ismethodwrapper', 'ismodule', 'isroutine', 'istraceback', 'signature', 'stack',
           'trace', 'unwrap', 'walktree']

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE, CO_COROUTINE = 16, 32, 64, 128
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


# Kinds

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
            or ismethodwrapper(object))


def _is_value(object):
    return not (ismethod(object) or isfunction(object) or isclass(object))


def ismethoddescriptor(object):
    kind = type(object)
    return _is_value(object) and hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    kind = type(object)
    return _is_value(object) and (hasattr(kind, "__set__") or hasattr(kind, "__delete__"))


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, (types.CoroutineType, collections.abc.Awaitable)) or (
        isgenerator(object) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE))


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def iscode(object):
    return isinstance(object, types.CodeType)


def _unpartial(function):
    while True:
        if ismethod(function):
            function = function.__func__
        elif isinstance(function, functools.partial):
            function = function.func
        else:
            return function


def _has_flag(function, flag):
    function = _unpartial(function)
    return (isfunction(function) or _is_functionlike(function)) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isabstract(object):
    """Whether this is a class with abstract methods left."""
    if not isinstance(object, type):
        return False
    if '__abstractmethods__' in object.__dict__ or not isinstance(object, ABCMeta):
        return bool(getattr(object, '__abstractmethods__', None))
    # Its class statement still runs: ABCMeta has not counted the methods yet.
    names = set(object.__dict__).union(*(getattr(base, '__abstractmethods__', ()) for base in object.__bases__))
    return any(getattr(getattr(object, name, None), '__isabstractmethod__', False) for name in names)


# Members

def _members(object, predicate, getter):
    found = []
    names = dir(object)
    if isclass(object):
        for base in object.__bases__:
            names += [name for name, value in base.__dict__.items()
                      if isinstance(value, types.DynamicClassAttribute) and name not in names]
    for name in dict.fromkeys(names):
        try:
            value = getter(object, name)
        except AttributeError:
            for base in getmro(object) if isclass(object) else ():
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmembers(object, predicate=None):
    """Pairs of name and value of all members, by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


def getmro(cls):
    return cls.__mro__


_sentinel = object()


_mro_of = type.__dict__['__mro__'].__get__
_dict_of_class = type.__dict__['__dict__'].__get__


def _in_class(cls, name):
    """What the class or a base has under a name in its __dict__; no code of the class runs."""
    for base in _mro_of(cls):
        content = _dict_of_class(base)
        if name in content:
            return content[name]
    return _sentinel


def _own_dict(obj):
    """The __dict__ of an instance, {} where its class makes something else of that name."""
    for base in _mro_of(type(obj)):
        described = _dict_of_class(base).get('__dict__')
        if described is not None:
            if not isgetsetdescriptor(described):
                return {}
            break
    try:
        return object.__getattribute__(obj, '__dict__')
    except AttributeError:
        return {}


def getattr_static(obj, attr, default=_sentinel):
    """An attribute without running descriptors or __getattr__."""
    on_instance = _sentinel
    if isinstance(type(obj), type) and issubclass(type(obj), type):
        owner = obj
    else:
        owner = type(obj)
        described = _in_class(owner, '__dict__')
        if described is _sentinel or isgetsetdescriptor(described) or ismemberdescriptor(described):
            on_instance = dict.get(_own_dict(obj), attr, _sentinel)
    on_class = _in_class(owner, attr)
    if on_instance is not _sentinel and on_class is not _sentinel:
        kind = type(on_class)
        if _in_class(kind, '__get__') is not _sentinel and (
                _in_class(kind, '__set__') is not _sentinel or _in_class(kind, '__delete__') is not _sentinel):
            return on_class
    if on_instance is not _sentinel:
        return on_instance
    if on_class is not _sentinel:
        return on_class
    if obj is owner:
        found = _in_class(type(owner), attr)
        if found is not _sentinel:
            return found
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


def unwrap(func, *, stop=None):
    """The function behind the decorators that left __wrapped__."""
    original, limit = func, sys.getrecursionlimit()
    seen = {id(func)}
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= limit:
            raise ValueError(f'wrapper loop when unwrapping {original!r}')
        seen.add(id(func))
    return func


# Texts

def cleandoc(doc):
    """A docstring without its indentation."""
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    """The cleaned docstring, or that of the method it overrides."""
    doc = getattr(object, '__doc__', None)
    if doc is None:
        try:
            doc = _finddoc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


# Frames

class FrameInfo(namedtuple('_FrameInfo', ('frame', 'filename', 'lineno', 'function', 'code_context', 'index'))):
    """A frame and where it stands."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return super().__repr__()[:-1] + f', positions={self.positions!r})'


class Traceback(namedtuple('_Traceback', ('filename', 'lineno', 'function', 'code_context', 'index'))):
    """Where a frame or a traceback stands."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return super().__repr__()[:-1] + f', positions={self.positions!r})'


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    """Where a frame or a traceback stands, with the lines around."""
    from dis import Positions
    if istraceback(frame):
        lineno, instruction, frame = frame.tb_lineno, frame.tb_lasti, frame.tb_frame
    elif isframe(frame):
        lineno, instruction = frame.f_lineno, frame.f_lasti
    else:
        raise TypeError(f'{frame!r} is not a frame or traceback object')
    places = list(frame.f_code.co_positions()) if instruction >= 0 else []
    place = places[instruction // 2] if instruction // 2 < len(places) else (None,) * 4
    place = (lineno,) + place[1:] if place[0] is None else place
    filename = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        start = place[0] - 1 - context // 2
        try:
            source, _ = findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(start, len(source) - context))
            lines, index = source[start:start + context], place[0] - 1 - start
    return Traceback(filename, place[0], frame.f_code.co_name, lines, index, positions=Positions(*place))


def _frame_info(frame, place, context):
    known = getframeinfo(place, context)
    return FrameInfo(frame, *known, positions=known.positions)


def getouterframes(frame, context=1):
    """The frame and its callers."""
    found = []
    while frame:
        found.append(_frame_info(frame, frame, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    found = []
    while tb:
        found.append(_frame_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return found


def stack(context=1):
    """The caller's frame and its callers."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING = 'CORO_CREATED', 'CORO_RUNNING'
CORO_SUSPENDED, CORO_CLOSED = 'CORO_SUSPENDED', 'CORO_CLOSED'


def _state(running, suspended, frame, names):
    if running:
        return names[1]
    if suspended:
        return names[2]
    return names[3] if frame is None else names[0]


def getgeneratorstate(generator):
    return _state(generator.gi_running, generator.gi_suspended, generator.gi_frame,
                  (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED))


def getcoroutinestate(coroutine):
    return _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame,
                  (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getclosurevars(func):
    """What the names of a function that are not its own mean."""
    func = func.__func__ if ismethod(func) else func
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    names, builtin, unbound = {}, {}, set()
    known = func.__globals__.get('__builtins__', sys.modules['builtins'].__dict__)
    if ismodule(known):
        known = known.__dict__
    for name in code.co_names:
        if name in ('None', 'True', 'False'):
            continue
        if name in func.__globals__:
            names[name] = func.__globals__[name]
        elif name in known:
            builtin[name] = known[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, names, builtin, unbound)


# Signatures

class _empty:
    """No default, no annotation."""


class _void:
    """Not given."""


class _ParameterKind(int):
    _names = ('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY', 'VAR_KEYWORD')
    _descriptions = ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
                     'variadic keyword')

    @property
    def name(self):
        return self._names[self]

    @property
    def description(self):
        return self._descriptions[self]

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'


_KINDS = tuple([_ParameterKind(number) for number in range(5)])
_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _KINDS


def formatannotation(annotation, base_module=None):
    """An annotation as it is written."""
    if getattr(annotation, '__module__', None) == 'typing':
        import re
        return re.sub(r'[\w\.]+', lambda found: found[0].removeprefix('typing.'), repr(annotation))
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""
    __slots__ = ('_name', '_kind', '_default', '_annotation')

    def __reduce__(self):
        return (type(self), (self._name, self._kind), {'_default': self._default, '_annotation': self._annotation})

    def __setstate__(self, state):
        self._default, self._annotation = state['_default'], state['_annotation']
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in _KINDS:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        self._kind = _KINDS[kind]
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[:1] == '.' and name[1:].isdigit():  # the parameter of a comprehension's function
            if self._kind is not _POSITIONAL_OR_KEYWORD:
                raise ValueError(f'implicit arguments must be passed as positional or keyword arguments, not '
                                 f'{self._kind.description}')
            self._kind, name = _POSITIONAL_ONLY, f'implicit{name[1:]}'
        if not name.isidentifier() or keyword.iskeyword(name) and self._kind is not _POSITIONAL_ONLY:
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = {_VAR_POSITIONAL: '*', _VAR_KEYWORD: '**'}.get(self._kind, '') + self._name
        if self._annotation is not _empty:
            text += ': ' + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (' = ' if self._annotation is not _empty else '=') + repr(self._default)
        return text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and self._default == other._default
                and self._annotation == other._annotation)


class BoundArguments:
    """Arguments by the names of the parameters they went to."""
    __slots__ = ('arguments', '_signature')

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __setstate__(self, state):
        self._signature, self.arguments = state['_signature'], state['arguments']

    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind is _VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found, by_name = {}, False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                by_name = by_name or parameter.kind is not _VAR_POSITIONAL
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind is _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        made = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                made[name] = self.arguments[name]
            elif parameter.default is not _empty:
                made[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                made[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                made[name] = {}
        self.arguments = made

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        shown = ', '.join(f'{name}={value!r}' for name, value in self.arguments.items())
        return f'<{self.__class__.__name__} ({shown})>'


class Signature:
    """The parameters of a callable and what it returns."""
    __slots__ = ('_return_annotation', '_parameters')

    def __reduce__(self):
        return (type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation})

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        by_name = OrderedDict()
        last_kind, seen_default = _POSITIONAL_ONLY, False
        for parameter in parameters or ():
            kind, name = parameter.kind, parameter.name
            if kind < last_kind:
                raise ValueError(f'wrong parameter order: {last_kind.description} parameter before {kind.description} '
                                 f'parameter')
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    seen_default = True
                elif seen_default and __validate_parameters__:
                    raise ValueError('non-default argument follows default argument')
            if name in by_name:
                raise ValueError(f'duplicate parameter name: {name!r}')
            last_kind = kind
            by_name[name] = parameter
        self._parameters = types.MappingProxyType(by_name)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, cls, follow_wrapped, globals, locals, eval_str)

    def replace(self, *, parameters=_void, return_annotation=_void):
        if return_annotation is _void:
            return_annotation = self._return_annotation
        return type(self)(self._parameters.values() if parameters is _void else parameters,
                          return_annotation=return_annotation)

    def _compared(self):
        """What two equal signatures have in common: the order of keyword-only parameters does not count."""
        parameters = self._parameters.values()
        return (tuple([one for one in parameters if one.kind is not _KEYWORD_ONLY]),
                {one.name: one for one in parameters if one.kind is _KEYWORD_ONLY}, self._return_annotation)

    def __hash__(self):
        others, named, returned = self._compared()
        return hash((others, frozenset(named.values()), returned))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self is other or self._compared() == other._compared()

    def bind(self, /, *args, **kwargs):
        """Which argument goes to which parameter; TypeError where they do not fit."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, partial=False):
        arguments, waiting, kwargs = {}, list(args), dict(kwargs)
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind is _VAR_POSITIONAL:
                if waiting:
                    arguments[name] = tuple(waiting)
                    waiting = []
            elif kind is _VAR_KEYWORD:
                if kwargs:
                    arguments[name] = kwargs
                    kwargs = {}
            elif kind is not _KEYWORD_ONLY and waiting:
                if name in kwargs and kind is not _POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = waiting.pop(0)
            elif kind is not _POSITIONAL_ONLY and name in kwargs:
                if waiting and kind is _KEYWORD_ONLY:
                    raise TypeError('too many positional arguments')
                arguments[name] = kwargs.pop(name)
            else:
                if kind is _POSITIONAL_ONLY and name in kwargs:
                    raise TypeError(f'{name!r} parameter is positional only, but was passed as a keyword')
                if waiting and kind is _KEYWORD_ONLY:
                    raise TypeError('too many positional arguments')
                if parameter.default is _empty and not partial:
                    raise TypeError(f'missing a required argument: {name!r}')
        if waiting:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, arguments)

    def __repr__(self):
        return f'<{self.__class__.__name__} {self}>'

    def __str__(self):
        parts = []
        positional_only, star_needed = False, True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind is _POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                parts.append('/')
                positional_only = False
            if kind is _VAR_POSITIONAL:
                star_needed = False
            elif kind is _KEYWORD_ONLY and star_needed:
                parts.append('*')
                star_needed = False
            parts.append(str(parameter))
        if positional_only:
            parts.append('/')
        text = f"({', '.join(parts)})"
        if self._return_annotation is not _empty:
            text += f' -> {formatannotation(self._return_annotation)}'
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str)


def _from_function(func, cls, globals=None, locals=None, eval_str=False):
    code = func.__code__
    names = code.co_varnames
    positional = code.co_argcount
    defaults = func.__defaults__ or ()
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    keyword_defaults = func.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for place in range(positional):
        from_end = place - (positional - len(defaults))
        kind = _POSITIONAL_ONLY if place < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        add(names[place], kind, defaults[from_end] if from_end >= 0 else _empty)
    at = positional + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[at], _VAR_POSITIONAL)
        at += 1
    for name in names[positional:positional + code.co_kwonlyargcount]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], _VAR_KEYWORD)
    return cls(parameters, return_annotation=annotations.get('return', _empty), __validate_parameters__=False)


def _from_text(obj, text, cls, bound):
    """A signature from the text that a function in C++ has; $ stands before the parameter that is given already."""
    import re
    if bound and text.startswith('($module'):  # a parameter of this name may follow
        text, bound = re.sub(r'^\(\$module(, /)?(, )?', '(', text), False
    namespace = {}
    exec(f"def made{text.replace('$', '')}: pass", namespace)
    made = _from_function(namespace['made'], cls)
    return _without_first(made) if bound else made


def _without_first(made):
    """The signature of a bound method."""
    parameters = list(made.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if parameters[0].kind is not _VAR_POSITIONAL:
        parameters = parameters[1:]
    return made.replace(parameters=parameters)


def _from_partial(wrapped, partial, more=()):
    """The signature of a functools.partial; more arguments may stand before its own."""
    try:
        bound = wrapped.bind_partial(*more, *partial.args, **partial.keywords)
    except TypeError as error:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from error
    parameters, by_name = [], False
    for name, parameter in wrapped.parameters.items():
        if name in bound.arguments:
            if parameter.kind is _POSITIONAL_ONLY:
                continue
            if parameter.kind is _POSITIONAL_OR_KEYWORD:
                if name not in partial.keywords:
                    continue
                by_name = True
                parameter = parameter.replace(default=bound.arguments[name])
            elif parameter.kind is _KEYWORD_ONLY:
                parameter = parameter.replace(default=bound.arguments[name])
        if by_name:
            if parameter.kind is _POSITIONAL_OR_KEYWORD:
                parameter = parameter.replace(kind=_KEYWORD_ONLY)
            elif parameter.kind is _VAR_POSITIONAL:
                continue
        parameters.append(parameter)
    return wrapped.replace(parameters=parameters)


def _signature_of(obj, cls, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    def again(other):
        return _signature_of(other, cls, follow_wrapped, globals, locals, eval_str)

    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(again(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda one: hasattr(one, "__signature__") or ismethod(one))
        if ismethod(obj):
            return again(obj)
    given = getattr(obj, '__signature__', None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
        return given
    method = getattr(obj, '_partialmethod', None)
    if isinstance(method, functools.partialmethod):
        return _from_partialmethod(again(method.func), method)
    if isfunction(obj) or _is_functionlike(obj) and isinstance(obj.__code__.co_argcount, int):
        return _from_function(obj, cls, globals, locals, eval_str)
    if isinstance(obj, functools.partial):
        return _from_partial(again(obj.func), obj)
    if isclass(obj):
        return _from_class(obj, cls, again)
    if isroutine(obj):
        text = getattr(obj, '__text_signature__', None)
        if not text:
            raise ValueError(f'no signature found for builtin {obj!r}')
        return _from_text(obj, text, cls, isbuiltin(obj) and '$' in text)
    call = _defined_in_python(type(obj), '__call__')
    if call is not None:
        try:
            made = again(call)
        except ValueError as error:
            raise ValueError(f'no signature found for {obj!r}') from error
        return _without_first(made)
    raise ValueError(f'callable {obj!r} is not supported by signature')


def _is_functionlike(obj):
    """Whether it has what a function has: compiled code of another kind does."""
    if not callable(obj) or isclass(obj):
        return False
    defaults, by_name = getattr(obj, '__defaults__', _void), getattr(obj, '__kwdefaults__', _void)
    annotations = getattr(obj, '__annotations__', None)
    return (iscode(getattr(obj, '__code__', None)) and isinstance(getattr(obj, '__name__', None), str)
            and isinstance(defaults, (tuple, types.NoneType)) and isinstance(by_name, (dict, types.NoneType))
            and isinstance(annotations, (dict, types.NoneType)))


def _defined_in_python(cls, name):
    """A method of a class unless it is one of the built-in types'."""
    found = getattr(cls, name, None)
    builtin = (types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType,
               types.BuiltinFunctionType)
    return None if isinstance(found, builtin) else found


def _from_partialmethod(wrapped, method):
    """The signature of the function that a functools.partialmethod makes."""
    made = _from_partial(wrapped, method, (None,))
    first = next(iter(wrapped.parameters.values()))
    if first.kind is _VAR_POSITIONAL:
        return made
    return made.replace(parameters=(first, *made.parameters.values()))


def _from_class(obj, cls, again):
    call = _defined_in_python(type(obj), '__call__')
    if call is not None:
        return _without_first(again(call))
    methods = {name: _defined_in_python(obj, name) for name in ('__new__', '__init__')}
    for base in obj.__mro__:
        for name, method in methods.items():
            if method is not None and name in base.__dict__:
                return _without_first(again(method))
    for base in obj.__mro__[:-1]:
        text = base.__text_signature__
        if text:
            return _from_text(obj, text, cls, False)
    if type not in obj.__mro__ and obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
        return cls()
    if type in obj.__mro__:
        raise ValueError(f'callable {obj!r} is not supported by signature')
    raise ValueError(f'no signature found for builtin type {obj!r}')


FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    """The parameters of a function, sorted by kind."""
    try:
        made = _signature_of(func, Signature, follow_wrapped=False) if not ismethod(func) else _signature_of(
            func.__func__, Signature, follow_wrapped=False)
    except Exception as error:
        raise TypeError('unsupported callable') from error
    args, varargs, varkw, defaults, kwonly, kwdefaults, annotations = [], None, None, (), [], {}, {}
    for name, parameter in made.parameters.items():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif parameter.kind is _VAR_POSITIONAL:
            varargs = name
        elif parameter.kind is _KEYWORD_ONLY:
            kwonly.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    if made.return_annotation is not _empty:
        annotations = {'return': made.return_annotation} | annotations
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a class, module or callable, as a new dict."""
    if isclass(obj):
        found = obj.__dict__.get('__annotations__')
        if isinstance(found, types.GetSetDescriptorType):
            found = None
        names = getattr(sys.modules.get(obj.__module__), '__dict__', None)
        own = dict(vars(obj))
    elif ismodule(obj):
        found, names, own = getattr(obj, '__annotations__', None), obj.__dict__, None
    elif callable(obj):
        found = getattr(obj, '__annotations__', None)
        names, own = getattr(unwrap(obj), '__globals__', None), None
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    globals = names if globals is None else globals
    locals = own if locals is None else locals
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}
