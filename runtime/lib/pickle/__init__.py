# Pickles, protocols 0 to 5: the opcodes and the four functions. _save.py writes, _load.py reads, _names.py knows what
# Python 2 calls things.
import _pickle
import io
from _pickle import dumps_plain, load_plain

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
    if buffer_callback is None and (protocol is None or protocol == 4 or protocol == 5):
        data = dumps_plain(obj, protocol or 4)
        if data is not None:
            return data
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
    begun = None
    if type(data) is bytes and data[:1] == PROTO and data[2:3] == FRAME and data[1] in (4, 5):
        if int.from_bytes(data[3:11], "little") == len(data) - 11:
            stack, outer, memo = [], [], {}
            place, stack = load_plain(data, 11, stack, outer, memo)
            if place == len(data) - 1 and data[place] == 46 and stack and not outer:
                return stack[-1]
            begun = place, stack, outer, memo
    file = io.BytesIO(data if begun is None else b"")
    reader = Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
    return reader.load() if begun is None else reader._go_on(data, *begun)


_Pickler, _Unpickler, _dump, _dumps, _load, _loads = Pickler, Unpickler, dump, dumps, load, loads
for _each in dump, dumps, load, loads, Pickler, Unpickler, PickleError, PicklingError, UnpicklingError:
    setattr(_pickle, _each.__name__, _each)
