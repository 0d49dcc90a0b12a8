# Dialects that have names, and the class that dialects of scripts derive from.
from _csv import QUOTE_ALL, QUOTE_MINIMAL, Error, register_dialect
from _csv import Dialect as _Settled


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
            _Settled(self)
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


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)
