"""Databases of SQLite: the module of PEP 249 over the library of the machine."""
from sqlite3.dbapi2 import *
from sqlite3.dbapi2 import (_ACTION_NAMES as __names, adapt, adapters, complete_statement, converters,
                            enable_callback_tracebacks, enable_shared_cache, register_adapter, register_converter)

globals().update(__names)
del __names


def __getattr__(name):
    if name == 'OptimizedUnicode':
        from warnings import warn
        warn("OptimizedUnicode is deprecated and will be removed in Python 3.12. Since Python 3.3 it has simply been an "
             "alias for 'str'.", DeprecationWarning, stacklevel=2)
        return str
    raise AttributeError(f"module 'sqlite3' has no attribute '{name}'")
