# Pickles, protocols 0 to 5: the opcodes and the four functions. _save.py writes, _load.py reads, _names.py knows what
# Python 2 calls things.
import _pickle
import io
from _pickle import dumps, loads

from ._codes import *
from ._codes import __all__ as _code_names
from ._errors import PickleError, PicklingError, UnpicklingError
from ._load import Unpickler
from ._save import Pickler, _registered as dispatch_table

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads"]
__all__ += _code_names

bytes_types = (bytes, bytearray)
format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes the pickle of obj to a binary file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def _dumps_slowly(obj, protocol, fix_imports, buffer_callback):
    """dumps() of what C++ alone cannot write."""
    file = io.BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object whose pickle the binary file holds."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def _loads_slowly(data, begun, fix_imports, encoding, errors, buffers):
    """loads() of what C++ alone cannot read; `begun` says how far it came."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    if begun is None:
        return Unpickler(io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors,
                         buffers=buffers).load()
    place, end, stack, outer, memo = begun
    reader = Unpickler(io.BytesIO(data[end:]), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
    return reader._go_on(data[:end], place, stack, outer, memo)


_Pickler, _Unpickler, _dump, _dumps, _load, _loads = Pickler, Unpickler, dump, dumps, load, loads
for _each in dump, load, Pickler, Unpickler, PickleError, PicklingError, UnpicklingError:
    setattr(_pickle, _each.__name__, _each)
