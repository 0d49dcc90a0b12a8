# Pickles, protocols 0 to 5: the opcodes and the four functions. _save.py writes, _load.py reads, _names.py knows what
# Python 2 calls things.
import _pickle
import io

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


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The pickle of obj as bytes."""
    file = io.BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object whose pickle the binary file holds."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object whose pickle the bytes are."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    file = io.BytesIO(data)
    reader = Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
    return reader.load()


_Pickler, _Unpickler, _dump, _dumps, _load, _loads = Pickler, Unpickler, dump, dumps, load, loads
for _each in dump, dumps, load, loads, Pickler, Unpickler, PickleError, PicklingError, UnpicklingError:
    setattr(_pickle, _each.__name__, _each)
