# Unpickler: opcodes to objects. _pickle.load_plain, in C++, runs those of plain values that stand in a frame.
import sys
from _pickle import load_plain
from copyreg import _extension_cache, _inverted_registry
from struct import unpack

from ._codes import *
from ._errors import UnpicklingError
from ._names import to_today
from ._save import find_attribute


class _Stop(Exception):
    pass


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


class Unpickler:
    """Reads pickles from a binary file."""

    __module__ = "_pickle"

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        try:
            self._file_read = file.read
            self._file_line = file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self._fix_imports = fix_imports
        self._encoding = encoding
        self._errors = errors
        self._buffers = iter(buffers) if buffers is not None else None
        self.memo = {}
        self._protocol = 0

    def load(self):
        """Reads one pickle."""
        if not hasattr(self, "_file_read"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._data = b""   # a frame, as far as self._place it has been read
        self._place = 0
        self._outer = []   # the stacks below each MARK
        self.stack = []
        return self._run()

    def _go_on(self, data, place, stack, outer, memo):
        """Reads the rest of a pickle of which load_plain has done the first part."""
        self._protocol = data[1]
        self._data, self._place, self.stack, self._outer, self.memo = data, place, stack, outer, memo
        return self._run()

    def _run(self):
        dispatch = _dispatch
        try:
            while True:
                place = self._place
                if place < len(self._data):
                    place, self.stack = load_plain(self._data, place, self.stack, self._outer, self.memo)
                    self._place = place + 1
                    if place == len(self._data):
                        self._place = place
                        continue
                    code = self._data[place]
                else:
                    code = self._file_read(1)
                    if not code:
                        raise EOFError("Ran out of input")
                    code = code[0]
                dispatch[code](self)
        except _Stop:
            return self.stack.pop()
        except IndexError:
            if self.stack:
                raise
            text = "unexpected MARK found" if self._outer else "unpickling stack underflow"
            raise UnpicklingError(text) from None

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered,\nbut no persistent_load function was "
                              "specified.")

    def find_class(self, module_name, global_name, /):
        """The object of that name in the module; what may be found is decided here."""
        sys.audit('pickle.find_class', module_name, global_name)
        if module_name == "_codecs" and global_name == "encode":
            return str.encode  # how protocols before 3 hold bytes
        if self._protocol < 3 and self._fix_imports:
            module_name, global_name = to_today(module_name, global_name)
        __import__(module_name)
        module = sys.modules[module_name]
        path = global_name.split(".") if self._protocol >= 4 else [global_name]
        if "<locals>" in path:
            raise AttributeError(f"Can't get local attribute {global_name!r} on {module!r}")
        try:
            return find_attribute(module, path)[0]
        except AttributeError:
            raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}") from None

    # --- reading

    def _read(self, count):
        place = self._place
        end = place + count
        if end <= len(self._data):
            self._place = end
            return self._data[place:end]
        if place < len(self._data):
            raise UnpicklingError("pickle exhausted before end of frame")
        data = self._file_read(count)
        if len(data) < count:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        place = self._place
        if place < len(self._data):
            end = self._data.find(b"\n", place)
            if end < 0:
                raise UnpicklingError("pickle exhausted before end of frame")
            self._place = end + 1
            return self._data[place:end]
        line = self._file_line()
        if not line.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _pop_mark(self):
        items = self.stack
        if not self._outer:
            raise UnpicklingError("could not find MARK")
        self.stack = self._outer.pop()
        return items

    # --- the pickle itself

    def _proto(self):
        self._protocol = self._read(1)[0]
        if self._protocol > 5:
            raise ValueError(f"unsupported pickle protocol: {self._protocol}")

    def _frame(self):
        size, = unpack("<Q", self._read(8))
        if size > sys.maxsize:
            raise ValueError(f"frame size > sys.maxsize: {size}")
        if self._place < len(self._data):
            raise UnpicklingError("beginning of a new frame before end of current frame")
        self._data = self._read(size)
        self._place = 0

    def _stop(self):
        if not self.stack:
            raise UnpicklingError("unpickling stack underflow")
        raise _Stop

    def _mark(self):
        self._outer.append(self.stack)
        self.stack = []

    def _pop(self):
        if self.stack:
            del self.stack[-1]
        else:
            self._pop_mark()

    def _dup(self):
        self.stack.append(self.stack[-1])

    # --- numbers and texts

    def _int(self):
        line = self._line()
        value = False if line == b"00" else True if line == b"01" else None
        self.stack.append(_number(line) if value is None else value)

    def _long(self):
        line = self._line()
        self.stack.append(_number(line[:-1] if line.endswith(b"L") else line))

    def _long4(self):
        size, = unpack("<i", self._read(4))
        if size < 0:
            raise UnpicklingError("LONG pickle has negative byte count")
        self.stack.append(decode_long(self._read(size)))

    def _float(self):
        try:
            self.stack.append(float(self._line()))
        except ValueError:
            raise ValueError("could not convert string to float") from None

    def _text(self, data):
        self.stack.append(data if self._encoding == "bytes" else data.decode(self._encoding, self._errors))

    def _string(self):
        line = self._line().strip()
        if len(line) < 2 or line[0] != line[-1] or line[:1] not in (b"'", b'"'):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        self._text(_unescaped(line[1:-1]))

    def _unicode(self):
        self.stack.append(_from_raw_escapes(self._line()))

    def _counted(layout, size, what, make):
        def read(self):
            count, = unpack(layout, self._read(size))
            if count < 0:
                raise UnpicklingError(f"{what} pickle has negative byte count")
            if count > sys.maxsize:
                raise OverflowError(f"{what} exceeds system's maximum size of {sys.maxsize} bytes")
            make(self, self._read(count))
        return read

    def _push_unicode(self, data):
        self.stack.append(data.decode("utf-8", "surrogatepass"))

    def _push(self, data):
        self.stack.append(data)

    def _push_array(self, data):
        self.stack.append(bytearray(data))

    def _next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        try:
            self.stack.append(next(self._buffers))
        except StopIteration:
            raise UnpicklingError("not enough out-of-band buffers") from None

    def _readonly_buffer(self):
        with memoryview(self.stack[-1]) as view:
            if not view.readonly:
                self.stack[-1] = view.toreadonly()

    # --- containers

    def _tuple(count):
        def make(self):
            stack = self.stack
            if len(stack) < count:
                raise UnpicklingError("unpickling stack underflow")
            stack[-count:] = [tuple(stack[-count:])]
        return make

    def _marked(make):
        def read(self):
            items = self._pop_mark()
            self.stack.append(make(items))
        return read

    def _dict(items):
        if len(items) % 2:
            raise UnpicklingError("odd number of items for DICT")
        return {items[i]: items[i + 1] for i in range(0, len(items), 2)}

    def _append(self):
        value = self.stack.pop()
        self.stack[-1].append(value)

    def _appends(self):
        items = self._pop_mark()
        target = self.stack[-1]
        try:
            extend = target.extend
        except AttributeError:
            append = target.append
            for item in items:
                append(item)
        else:
            extend(items)

    def _setitem(self):
        value = self.stack.pop()
        key = self.stack.pop()
        self.stack[-1][key] = value

    def _setitems(self):
        items = self._pop_mark()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for SETITEMS")
        target = self.stack[-1]
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def _additems(self):
        items = self._pop_mark()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    # --- the memo

    def _recall(self, number):
        try:
            self.stack.append(self.memo[number])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {number}") from None

    def _get(self):
        self._recall(_number(self._line()))

    def _put(self):
        number = _number(self._line())
        if number < 0:
            raise ValueError("negative PUT argument")
        self.memo[number] = self.stack[-1]

    def _binput(self):
        self.memo[self._read(1)[0]] = self.stack[-1]

    def _long_binput(self):
        self.memo[unpack("<I", self._read(4))[0]] = self.stack[-1]

    def _memoize(self):
        memo = self.memo
        memo[len(memo)] = self.stack[-1]

    # --- names, calls and state

    def _global(self):
        module = self._line().decode("utf-8")
        name = self._line().decode("utf-8")
        self.stack.append(self.find_class(module, name))

    def _stack_global(self):
        name = self.stack.pop()
        module = self.stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self.stack.append(self.find_class(module, name))

    def _extension(layout, size):
        def read(self):
            code, = unpack(layout, self._read(size))
            if code in _extension_cache:
                return self.stack.append(_extension_cache[code])
            key = _inverted_registry.get(code)
            if key is None:
                if code <= 0:
                    raise UnpicklingError("EXT specifies code <= 0")
                raise ValueError(f"unregistered extension code {code}")
            found = _extension_cache[code] = self.find_class(*key)
            self.stack.append(found)
        return read

    def _persid(self):
        self.stack.append(self.persistent_load(self._line().decode("ascii")))

    def _binpersid(self):
        self.stack.append(self.persistent_load(self.stack.pop()))

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            return cls(*args)
        return cls.__new__(cls)

    def _inst(self):
        module = self._line().decode("ascii")
        name = self._line().decode("ascii")
        args = self._pop_mark()
        self.stack.append(self._instantiate(self.find_class(module, name), args))

    def _obj(self):
        args = self._pop_mark()
        cls = args.pop(0)
        self.stack.append(self._instantiate(cls, args))

    def _newobj(self):
        args = self.stack.pop()
        cls = self.stack[-1]
        if not isinstance(args, tuple):
            raise UnpicklingError("NEWOBJ expected an arg tuple.")
        if not isinstance(cls, type):
            raise UnpicklingError("NEWOBJ class argument must be a type, not " + type(cls).__name__)
        self.stack[-1] = cls.__new__(cls, *args)

    def _newobj_ex(self):
        keywords = self.stack.pop()
        args = self.stack.pop()
        cls = self.stack[-1]
        if not isinstance(cls, type):
            raise UnpicklingError("NEWOBJ_EX class argument must be a type, not " + type(cls).__name__)
        self.stack[-1] = cls.__new__(cls, *args, **keywords)

    def _reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def _build(self):
        state = self.stack.pop()
        made = self.stack[-1]
        set_state = getattr(made, "__setstate__", None)
        if set_state is not None:
            set_state(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            attributes = made.__dict__
            for name, value in state.items():
                attributes[sys.intern(name) if type(name) is str else name] = value
        if slots:
            if not isinstance(slots, dict):
                raise UnpicklingError("slot state is not a dictionary")
            for name, value in slots.items():
                setattr(made, name, value)

    def _constant(value):
        return lambda self: self.stack.append(value)

    def _binary(layout, size):
        return lambda self: self.stack.append(unpack(layout, self._read(size))[0])

    _codes = {
        PROTO: _proto, FRAME: _frame, STOP: _stop, MARK: _mark, POP: _pop, POP_MARK: _pop_mark, DUP: _dup,
        NONE: _constant(None), NEWTRUE: _constant(True), NEWFALSE: _constant(False),
        INT: _int, LONG: _long, BININT: _binary("<i", 4), BININT1: lambda self: self.stack.append(self._read(1)[0]),
        BININT2: _binary("<H", 2), LONG1: lambda self: self.stack.append(decode_long(self._read(self._read(1)[0]))),
        LONG4: _long4, FLOAT: _float, BINFLOAT: _binary(">d", 8),
        STRING: _string, BINSTRING: _counted("<i", 4, "BINSTRING", _text),
        SHORT_BINSTRING: _counted("<B", 1, "SHORT_BINSTRING", _text),
        UNICODE: _unicode, BINUNICODE: _counted("<I", 4, "BINUNICODE", _push_unicode),
        SHORT_BINUNICODE: lambda self: self.stack.append(
            self._read(self._read(1)[0]).decode("utf-8", "surrogatepass")),
        BINUNICODE8: _counted("<Q", 8, "BINUNICODE8", _push_unicode),
        BINBYTES: _counted("<I", 4, "BINBYTES", _push), SHORT_BINBYTES: _counted("<B", 1, "SHORT_BINBYTES", _push),
        BINBYTES8: _counted("<Q", 8, "BINBYTES", _push), BYTEARRAY8: _counted("<Q", 8, "BYTEARRAY8", _push_array),
        NEXT_BUFFER: _next_buffer, READONLY_BUFFER: _readonly_buffer,
        EMPTY_TUPLE: _constant(()), TUPLE1: _tuple(1), TUPLE2: _tuple(2), TUPLE3: _tuple(3), TUPLE: _marked(tuple),
        EMPTY_LIST: lambda self: self.stack.append([]), LIST: _marked(lambda items: items),
        EMPTY_DICT: lambda self: self.stack.append({}), DICT: _marked(_dict),
        EMPTY_SET: lambda self: self.stack.append(set()), FROZENSET: _marked(frozenset),
        APPEND: _append, APPENDS: _appends, SETITEM: _setitem, SETITEMS: _setitems, ADDITEMS: _additems,
        GET: _get, BINGET: lambda self: self._recall(self._read(1)[0]),
        LONG_BINGET: lambda self: self._recall(unpack("<I", self._read(4))[0]),
        PUT: _put, BINPUT: _binput, LONG_BINPUT: _long_binput, MEMOIZE: _memoize,
        GLOBAL: _global, STACK_GLOBAL: _stack_global, EXT1: _extension("<B", 1), EXT2: _extension("<H", 2),
        EXT4: _extension("<i", 4), PERSID: _persid, BINPERSID: _binpersid, INST: _inst, OBJ: _obj, NEWOBJ: _newobj,
        NEWOBJ_EX: _newobj_ex, REDUCE: _reduce, BUILD: _build,
    }


def _shown(code):
    return chr(code) if 32 <= code < 127 and code != 39 else "\\x%02x" % code


def _unknown(code):
    def fail(self):
        raise UnpicklingError(f"invalid load key, '{_shown(code)}'.")
    return fail


def _number(line):
    try:
        return int(line, 0)
    except ValueError:
        return int(line)


_SIMPLE = {ord("n"): 10, ord("t"): 9, ord("r"): 13, ord("\\"): 92, ord("'"): 39, ord('"'): 34, ord("a"): 7,
           ord("b"): 8, ord("f"): 12, ord("v"): 11}


def _unescaped(data):
    """What a quoted Python 2 string says."""
    result = bytearray()
    i = 0
    while i < len(data):
        c = data[i]
        i += 1
        if c != 92 or i == len(data):
            result.append(c)
            continue
        c = data[i]
        i += 1
        if c in _SIMPLE:
            result.append(_SIMPLE[c])
        elif c == ord("x"):
            result.append(int(data[i:i + 2], 16))
            i += 2
        elif 48 <= c < 56:
            end = i
            while end < i + 2 and 48 <= data[end:end + 1][0] < 56:
                end += 1
            result.append(int(data[i - 1:end], 8) & 0xFF)
            i = end
        else:
            result += b"\\" + bytes([c])
    return bytes(result)


def _from_raw_escapes(line):
    pieces = []
    i = 0
    text = line.decode("latin-1")
    while i < len(text):
        width = 4 if text[i:i + 2] == "\\u" else 8 if text[i:i + 2] == "\\U" else 0
        if width:
            pieces.append(chr(int(text[i + 2:i + 2 + width], 16)))
            i += 2 + width
        else:
            pieces.append(text[i])
            i += 1
    return "".join(pieces)


_dispatch = [Unpickler._codes.get(bytes([code])) or _unknown(code) for code in range(256)]
del Unpickler._codes
for _name in ("_counted", "_marked", "_extension", "_constant", "_binary", "_tuple", "_dict"):
    delattr(Unpickler, _name)
