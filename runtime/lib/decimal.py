# Decimal arithmetic. The classes are those of _decimal_classes, one set for the process however often this is imported.
from _decimal_classes import *
from _decimal_classes import __all__, __libmpdec_version__, __version__
