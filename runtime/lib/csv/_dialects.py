# Dialects: how fields are separated and quoted.

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    __module__ = "_csv"


_FIELDS = ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace",
           "strict")
_DEFAULTS = dict(delimiter=",", doublequote=True, escapechar=None, lineterminator="\r\n", quotechar='"',
                 quoting=QUOTE_MINIMAL, skipinitialspace=False, strict=False)


class Settled:
    """A dialect's parameters, checked. Read-only for scripts."""

    __module__ = "_csv"

    def __init__(self, dialect=None, keywords={}):
        set = object.__setattr__
        for name in keywords:
            if name not in _DEFAULTS:
                raise TypeError("%r is an invalid keyword argument for this function" % name)
        for name in _FIELDS:
            value = keywords.get(name, getattr(dialect, name, _DEFAULTS[name]))
            if name == "quotechar" and value is None and "quoting" not in keywords and not hasattr(dialect, "quoting"):
                set(self, "quoting", QUOTE_NONE)
            set(self, name, value)
        for name in ("delimiter", "escapechar", "quotechar"):
            _check_character(name, getattr(self, name))
        for name in ("doublequote", "skipinitialspace", "strict"):
            set(self, name, bool(getattr(self, name)))
        if type(self.quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and "quoting" not in keywords and getattr(dialect, "quoting", 0) == QUOTE_MINIMAL:
            set(self, "quoting", QUOTE_NONE)
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string' if self.lineterminator is not None
                            else "lineterminator must be set")

    def __setattr__(self, name, value):
        if name in _FIELDS:
            raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")
        raise AttributeError(f"'_csv.Dialect' object has no attribute {name!r}")


Settled.__name__ = Settled.__qualname__ = "Dialect"


def _check_character(name, value):
    if value is None and name != "delimiter":
        return
    kind = '"%s" must be string%s, not %s'
    if not isinstance(value, str):
        raise TypeError(kind % (name, "" if name == "delimiter" else " or None", type(value).__name__))
    if len(value) != 1:
        raise TypeError('"%s" must be a 1-character string' % name)


class Dialect:
    """What a dialect derives from; making one checks it."""

    __module__ = "csv"
    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            Settled(self)
        except TypeError as error:
            raise Error(str(error))


class excel(Dialect):
    """What Excel writes."""

    __module__ = "csv"
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """The same with tabs."""

    __module__ = "csv"
    delimiter = "\t"


class unix_dialect(Dialect):
    """Every field quoted, lines end as Unix's do."""

    __module__ = "csv"
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {}


def settle(dialect, keywords):
    """The Settled dialect of a name, a class, an instance or None, changed by keywords."""
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    if isinstance(dialect, Settled) and not keywords:
        return dialect
    return Settled(dialect, keywords)


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = settle(dialect, fmtparams)


def unregister_dialect(name):
    try:
        del _dialects[name]
    except (KeyError, TypeError):
        raise Error("unknown dialect") from None


def get_dialect(name):
    try:
        return _dialects[name]
    except (KeyError, TypeError):
        raise Error("unknown dialect") from None


def list_dialects():
    return list(_dialects)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)
