"""Names of nodes from before Python 3.9: constructors that make today's nodes, and classes for isinstance()."""
from ast._nodes import AST, CLASSES

Constant = CLASSES['Constant']
_constant_kinds = {}


class _OldMeta(type):
    def __instancecheck__(cls, inst):
        if not isinstance(inst, Constant):
            return type.__instancecheck__(cls, inst)
        kinds = _constant_kinds.get(cls)
        if kinds is None:
            return type.__instancecheck__(cls, inst)
        try:
            value = inst.value
        except AttributeError:
            return False
        return isinstance(value, kinds) and not (cls is Num and isinstance(value, bool))


class Num(Constant, metaclass=_OldMeta):
    _fields = ('n',)
    __new__ = lambda cls, *args, **kwargs: _make(cls, Num, args, kwargs)


class Str(Constant, metaclass=_OldMeta):
    _fields = ('s',)
    __new__ = lambda cls, *args, **kwargs: _make(cls, Str, args, kwargs)


class Bytes(Constant, metaclass=_OldMeta):
    _fields = ('s',)
    __new__ = lambda cls, *args, **kwargs: _make(cls, Bytes, args, kwargs)


class NameConstant(Constant, metaclass=_OldMeta):
    __new__ = lambda cls, *args, **kwargs: _make(cls, NameConstant, args, kwargs)


class Ellipsis(Constant, metaclass=_OldMeta):
    _fields = ()

    def __new__(cls, *args, **kwargs):
        return Constant(..., *args, **kwargs) if cls is Ellipsis else Constant.__new__(cls)


for _each in (Num, Str, Bytes, NameConstant, Ellipsis):
    _each.__module__ = 'ast'
_constant_kinds.update({Num: (int, float, complex), Str: str, Bytes: bytes, NameConstant: (type(None), bool),
                        Ellipsis: type(...)})


def _make(cls, wanted, args, kwargs):
    for field in kwargs:
        if field in cls._fields and cls._fields.index(field) < len(args):
            raise TypeError(f'{cls.__name__} got multiple values for argument {field!r}')
    if cls is not wanted:
        return Constant.__new__(cls)
    if args or not kwargs:
        return Constant(*args, **kwargs)
    return Constant(**{'value' if field in ('n', 's') else field: value for field, value in kwargs.items()})


def _alias(self):
    return self.value


def _set_alias(self, value):
    self.value = value


Constant.n = Constant.s = property(_alias, _set_alias, doc='Deprecated. Use value instead.')


class slice(AST):
    """Deprecated AST node class."""


class Index(slice):
    """Deprecated AST node class. Use the index value directly instead."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Deprecated AST node class. Use ast.Tuple instead."""

    def __new__(cls, dims=(), **kwargs):
        return CLASSES['Tuple'](list(dims), CLASSES['Load'](), **kwargs)


class Suite(CLASSES['mod']):
    """Deprecated AST node class.  Unused in Python 3."""


class AugLoad(CLASSES['expr_context']):
    """Deprecated AST node class.  Unused in Python 3."""


class AugStore(CLASSES['expr_context']):
    """Deprecated AST node class.  Unused in Python 3."""


class Param(CLASSES['expr_context']):
    """Deprecated AST node class.  Unused in Python 3."""


for _each in (slice, Index, ExtSlice, Suite, AugLoad, AugStore, Param):
    _each.__module__ = 'ast'
if not hasattr(CLASSES['Tuple'], 'dims'):
    CLASSES['Tuple'].dims = property(lambda self: self.elts, lambda self, value: setattr(self, 'elts', value),
                                     doc='Deprecated. Use elts instead.')
