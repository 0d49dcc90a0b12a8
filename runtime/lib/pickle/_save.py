# Pickler: objects to opcodes. Plain values are written by _pickle.Saver in C++, which also keeps the memo.
import copyreg
import sys
from _pickle import Saver
from copyreg import _extension_registry, dispatch_table as _registered
from struct import pack
from sys import intern
from types import FunctionType

from ._codes import *
from ._errors import PicklingError
from ._names import to_python_2

_BATCH = 1000       # items between one MARK and what ends it
_LARGE = 64 * 1024  # bytes and texts as long as this stand outside frames
_SMALLEST_FRAME = 4


def encode_long(number):
    """The shortest two's complement of a number, little-endian; of 0 nothing."""
    if number == 0:
        return b""
    data = number.to_bytes((number.bit_length() >> 3) + 1, "little", signed=True)
    if number < 0 and len(data) > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        return data[:-1]
    return data


def find_attribute(module, path):
    """The attribute that a dotted name leads to, and the object that has it."""
    parent = None
    found = module
    for name in path:
        parent = found
        found = getattr(parent, name)
    return found, parent


def module_of(obj, path):
    name = getattr(obj, "__module__", None)
    if name is not None:
        return name
    for name, module in sys.modules.copy().items():
        if name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if find_attribute(module, path)[0] is obj:
                return name
        except AttributeError:
            pass
    return "__main__"


class Pickler:
    """Writes pickles to a binary file."""

    __module__ = "_pickle"

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = 4
        elif protocol < 0:
            protocol = 5
        elif protocol > 5:
            raise ValueError("pickle protocol must be <= 5")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self._protocol = protocol
        self._fix_imports = fix_imports and protocol < 3
        self.bin = protocol >= 1
        self.fast = 0
        self._saver = Saver(protocol)
        self._write = self._saver.write

    def clear_memo(self):
        self._saver.clear()

    def dump(self, obj):
        """Writes one pickle."""
        if not hasattr(self, "_file_write"):
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        saver = self._saver
        self._persistent = self.persistent_id if self._overrides("persistent_id") else None
        self._override = getattr(self, "reducer_override", None)
        if self._persistent is None and self._protocol >= 2 and not self.fast:
            self.save = saver.save
        else:
            self.__dict__.pop("save", None)
        if self._protocol >= 2:
            self._file_write(PROTO + bytes([self._protocol]))
        saver.take()
        rest, reduced = self._save_any, self._save_reduced
        table = getattr(self, "dispatch_table", _registered)
        saver.begin(rest, reduced, table if self._override is None and type(table) is dict else None)
        try:
            self.save(obj)
            self._write(STOP)
            self._end_frame()
        finally:
            saver.begin(None)
            self.__dict__.pop("save", None)

    def persistent_id(self, obj):
        return None

    def _overrides(self, name):
        return name in self.__dict__ or getattr(type(self), name) is not getattr(Pickler, name)

    def _end_frame(self):
        data = self._saver.take()
        if self._protocol >= 4 and len(data) >= _SMALLEST_FRAME:
            self._file_write(FRAME + pack("<Q", len(data)))
        self._file_write(data)

    def _write_large(self, header, data):
        self._end_frame()
        if self._protocol >= 4:
            self._file_write(header)
            self._file_write(data)
        else:
            self._file_write(header + data)

    # --- the memo

    def memoize(self, obj):
        if self.fast:
            return
        if self._protocol >= 2:
            self._saver.memoize(obj)
            return
        number = self._saver.put(obj)
        if not self.bin:
            self._write(PUT + str(number).encode() + b"\n")
        elif number < 256:
            self._write(BINPUT + bytes([number]))
        else:
            self._write(LONG_BINPUT + pack("<I", number))

    def _get(self, number):
        if not self.bin:
            return GET + str(number).encode() + b"\n"
        return BINGET + bytes([number]) if number < 256 else LONG_BINGET + pack("<I", number)

    # --- any object

    def save(self, obj):
        if self._persistent is not None:
            identity = self._persistent(obj)
            if identity is not None:
                return self._save_persistent(identity)
        self._save_any(obj)

    def _save_any(self, obj):
        cls = type(obj)
        if cls in _atoms:
            return _atoms[cls](self, obj)
        known = self._saver.number(obj)
        if known is not None:
            return self._write(self._get(known))
        if cls in _shapes:
            return _shapes[cls](self, obj)
        if self._override is not None:
            reduced = self._override(obj)
            if reduced is not NotImplemented:
                return self._save_reduced(reduced, obj)
        if cls is FunctionType or cls in _singletons:
            return self.save_global(obj)
        reduce = getattr(self, "dispatch_table", _registered).get(cls)
        if reduce is not None:
            return self._save_reduced(reduce(obj), obj)
        if issubclass(cls, type):
            return self._save_type(obj)
        reduce = getattr(obj, "__reduce_ex__", None)
        if reduce is not None:
            return self._save_reduced(reduce(self._protocol), obj)
        reduce = getattr(obj, "__reduce__", None)
        if reduce is None:
            raise PicklingError(f"can't pickle {cls.__name__!r} object: {obj!r}")
        self._save_reduced(reduce(), obj)

    def _save_persistent(self, identity):
        if self.bin:
            self._save_any(identity)
            self._write(BINPERSID)
            return
        try:
            self._write(PERSID + str(identity).encode("ascii") + b"\n")
        except UnicodeEncodeError:
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def _save_reduced(self, reduced, obj):
        if isinstance(reduced, str):
            return self.save_global(obj, reduced)
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self.save_reduce(*reduced, obj=obj)

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not callable(func):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        for items, place in ((listitems, "fourth"), (dictitems, "fifth")):
            if items is not None and not hasattr(items, "__next__"):
                raise PicklingError(f"{place} element of the tuple returned by __reduce__ must be an iterator, not "
                                    f"{type(items).__name__}")
        self._save_call(func, args, obj)
        if obj is not None:
            known = self._saver.number(obj)
            if known is not None:  # its arguments lead to it
                self._write(POP + self._get(known))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._append_all(listitems)
        if dictitems is not None:
            self._set_all(dictitems)
        if state is None:
            return
        if state_setter is None:
            self.save(state)
            self._write(BUILD)
        else:
            self.save(state_setter)
            self.save(obj)
            self.save(state)
            self._write(TUPLE2 + REDUCE + POP)

    def _save_call(self, func, args, obj):
        name = getattr(func, "__name__", "") if self._protocol >= 2 else ""
        if name not in ("__newobj__", "__newobj_ex__"):
            self.save(func)
            self.save(args)
            self._write(REDUCE)
            return
        cls = args[0]
        if not hasattr(cls, "__new__"):
            raise PicklingError(f"args[0] from {name} args has no __new__")
        if obj is not None and cls is not obj.__class__:
            raise PicklingError(f"args[0] from {name} args has the wrong class")
        if name == "__newobj__":
            self.save(cls)
            self.save(args[1:])
            self._write(NEWOBJ)
        elif self._protocol >= 4:
            for part in args:
                self.save(part)
            self._write(NEWOBJ_EX)
        else:
            from functools import partial
            self.save(partial(cls.__new__, cls, *args[1], **args[2]))
            self.save(())
            self._write(REDUCE)

    # --- things with a name

    def _save_type(self, obj):
        if obj in _singletons:
            return self.save_reduce(type, (_singletons[obj],), obj=obj)
        self.save_global(obj)

    def save_global(self, obj, name=None):
        if obj is Ellipsis or obj is NotImplemented:
            name = repr(obj)
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        path = name.split(".")
        if "<locals>" in path:
            raise AttributeError(f"Can't pickle local object {name!r}")
        module_name = "builtins" if obj is Ellipsis or obj is NotImplemented else module_of(obj, path)
        parent = self._check_global(obj, module_name, name, path)
        if self._protocol >= 2:
            code = _extension_registry.get((module_name, name))
            if code is not None:
                return self._save_extension(code)
        if self._protocol >= 4:
            self.save(intern(module_name) if type(module_name) is str else module_name)
            self.save(name)
            self._write(STACK_GLOBAL)
        elif parent is not sys.modules[module_name]:
            return self.save_reduce(getattr, (parent, path[-1]), obj=obj)
        else:
            self._save_name(obj, module_name, name)
        self.memoize(obj)

    def _check_global(self, obj, module_name, name, path):
        try:
            __import__(module_name)
            module = sys.modules[module_name]
        except (ImportError, KeyError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
        try:
            found, parent = find_attribute(module, path)
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        return parent

    def _save_extension(self, code):
        if code <= 0xFF:
            self._write(EXT1 + bytes([code]))
        else:
            self._write(EXT2 + pack("<H", code) if code <= 0xFFFF else EXT4 + pack("<i", code))

    def _save_name(self, obj, module_name, name):
        if self._fix_imports:
            module_name, name = to_python_2(module_name, name)
        encoding = "utf-8" if self._protocol >= 3 else "ascii"
        try:
            self._write(GLOBAL + module_name.encode(encoding) + b"\n" + name.encode(encoding) + b"\n")
        except UnicodeEncodeError:
            raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using pickle protocol "
                                f"{self._protocol}") from None

    # --- containers

    def _save_tuple(self, obj):
        save = self.save
        count = len(obj)
        if count == 0:
            return self._write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
        short = count <= 3 and self._protocol >= 2
        if not short:
            self._write(MARK)
        for item in obj:
            save(item)
        known = self._saver.number(obj)
        if known is not None:  # one of its items leads to it
            back = POP * count if short else POP_MARK if self.bin else POP * (count + 1)
            return self._write(back + self._get(known))
        self._write((TUPLE1, TUPLE2, TUPLE3)[count - 1] if short else TUPLE)
        self.memoize(obj)

    def _save_list(self, obj):
        self._write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        self._append_all(obj)

    def _append_all(self, items):
        save = self.save
        write = self._write
        if not self.bin:
            for item in items:
                save(item)
                write(APPEND)
            return
        items = iter(items)
        while batch := _take(items, _BATCH):
            if len(batch) > 1:
                write(MARK)
            for item in batch:
                save(item)
            write(APPENDS if len(batch) > 1 else APPEND)

    def _save_dict(self, obj):
        self._write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        self._set_all(obj.items())

    def _set_all(self, items):
        save = self.save
        write = self._write
        if not self.bin:
            for key, value in items:
                save(key)
                save(value)
                write(SETITEM)
            return
        items = iter(items)
        while batch := _take(items, _BATCH):
            if len(batch) > 1:
                write(MARK)
            for key, value in batch:
                save(key)
                save(value)
            write(SETITEMS if len(batch) > 1 else SETITEM)

    def _save_set(self, obj):
        if self._protocol < 4:
            return self.save_reduce(set, (list(obj),), obj=obj)
        self._write(EMPTY_SET)
        self.memoize(obj)
        items = iter(obj)
        while batch := _take(items, _BATCH):
            self._write(MARK)
            for item in batch:
                self.save(item)
            self._write(ADDITEMS)

    def _save_frozenset(self, obj):
        if self._protocol < 4:
            return self.save_reduce(frozenset, (list(obj),), obj=obj)
        self._write(MARK)
        for item in obj:
            self.save(item)
        known = self._saver.number(obj)
        if known is not None:
            return self._write(POP_MARK + self._get(known))
        self._write(FROZENSET)
        self.memoize(obj)

    # --- texts and bytes

    def _save_str(self, obj):
        if not self.bin:
            self._write(UNICODE + _escaped(obj) + b"\n")
            return self.memoize(obj)
        data = obj.encode("utf-8", "surrogatepass")
        size = len(data)
        if size < 256 and self._protocol >= 4:
            self._write(SHORT_BINUNICODE + bytes([size]) + data)
        else:
            wide = size > 0xFFFFFFFF and self._protocol >= 4
            self._write_sized(BINUNICODE8 + pack("<Q", size) if wide else BINUNICODE + pack("<I", size), data)
        self.memoize(obj)

    def _write_sized(self, header, data):
        if len(data) >= _LARGE:
            self._write_large(header, data)
        else:
            self._write(header + data)

    def _save_bytes(self, obj):
        if self._protocol < 3:
            if not obj:
                return self.save_reduce(bytes, (), obj=obj)
            self._write_encode()
            self.save((obj.decode("latin-1"), "latin1"))
            self._write(REDUCE)
            return self.memoize(obj)
        size = len(obj)
        if size < 256:
            self._write(SHORT_BINBYTES + bytes([size]) + obj)
        else:
            wide = size > 0xFFFFFFFF and self._protocol >= 4
            self._write_sized(BINBYTES8 + pack("<Q", size) if wide else BINBYTES + pack("<I", size), obj)
        self.memoize(obj)

    def _write_encode(self):
        # _codecs.encode makes bytes of a text in both Pythons.
        known = self._saver.number(_encode)
        if known is not None:
            return self._write(self._get(known))
        self._write(GLOBAL + b"_codecs\nencode\n")
        self.memoize(_encode)

    def _save_bytearray(self, obj):
        if self._protocol < 5:
            return self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
        self._write_sized(BYTEARRAY8 + pack("<Q", len(obj)), bytes(obj))
        self.memoize(obj)

    # --- what has no identity

    def _save_none(self, obj):
        self._write(NONE)

    def _save_bool(self, obj):
        if self._protocol >= 2:
            self._write(NEWTRUE if obj else NEWFALSE)
        else:
            self._write(TRUE if obj else FALSE)

    def _save_int(self, obj):
        write = self._write
        if not self.bin:
            if -0x80000000 <= obj <= 0x7FFFFFFF:
                return write(INT + str(obj).encode() + b"\n")
        elif 0 <= obj <= 0xFF:
            return write(BININT1 + bytes([obj]))
        elif 0 <= obj <= 0xFFFF:
            return write(BININT2 + pack("<H", obj))
        elif -0x80000000 <= obj <= 0x7FFFFFFF:
            return write(BININT + pack("<i", obj))
        if self._protocol < 2:
            return write(LONG + repr(obj).encode() + b"L\n")
        data = encode_long(obj)
        if len(data) < 256:
            write(LONG1 + bytes([len(data)]) + data)
        else:
            write(LONG4 + pack("<i", len(data)) + data)

    def _save_float(self, obj):
        self._write(BINFLOAT + pack(">d", obj) if self.bin else FLOAT + repr(obj).encode() + b"\n")


_encode = object()  # stands for _codecs.encode in the memo


def _take(items, count):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == count:
            break
    return batch


def _escaped(text):
    pieces = []
    for c in text:
        number = ord(c)
        if c in "\\\0\n\r\x1a" or 0xFF < number <= 0xFFFF:
            pieces.append("\\u%04x" % number)
        else:
            pieces.append(c if number <= 0xFF else "\\U%08x" % number)
    return "".join(pieces).encode("latin-1")


_singletons = {type(None): None, type(NotImplemented): NotImplemented, type(Ellipsis): Ellipsis}
_atoms = {type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int,
          float: Pickler._save_float}
_shapes = {tuple: Pickler._save_tuple, list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set,
           frozenset: Pickler._save_frozenset, str: Pickler._save_str, bytes: Pickler._save_bytes,
           bytearray: Pickler._save_bytearray}
