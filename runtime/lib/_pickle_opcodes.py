"""What the opcodes of pickles are, for pickletools: their arguments, how to read those, and what is on the stack."""
import codecs
import struct
import sys

UP_TO_NEWLINE = -1
TAKEN_FROM_ARGUMENT1 = -2
TAKEN_FROM_ARGUMENT4 = -3
TAKEN_FROM_ARGUMENT4U = -4
TAKEN_FROM_ARGUMENT8U = -5


class ArgumentDescriptor:
    """The kind of an argument: how long it is (n), and a function that reads it from a file."""
    __slots__ = ("name", "n", "reader", "doc")

    def __init__(self, name, n, reader, doc):
        self.name, self.n, self.reader, self.doc = name, n, reader, doc


class StackObject:
    """The kind of an object on the stack of the unpickler."""
    __slots__ = ("name", "obtype", "doc")

    def __init__(self, name, obtype, doc):
        self.name, self.obtype, self.doc = name, obtype, doc

    def __repr__(self):
        return self.name


class OpcodeInfo:
    """One opcode: its letter, its argument or None, the stack before and after, and the protocol it came with."""
    __slots__ = ("name", "code", "arg", "stack_before", "stack_after", "proto", "doc")

    def __init__(self, name, code, arg, stack_before, stack_after, proto, doc):
        self.name, self.code, self.arg, self.proto, self.doc = name, code, arg, proto, doc
        self.stack_before, self.stack_after = stack_before, stack_after


# --- arguments

def _number(name, form):
    size = struct.calcsize(form)

    def read(f):
        data = f.read(size)
        if len(data) != size:
            raise ValueError(f"not enough data in stream to read {name}")
        return struct.unpack(form, data)[0]
    return size, read


def _counted(name, form, convert):
    kind = {"B": TAKEN_FROM_ARGUMENT1, "<i": TAKEN_FROM_ARGUMENT4, "<I": TAKEN_FROM_ARGUMENT4U,
            "<Q": TAKEN_FROM_ARGUMENT8U}[form]
    count_name = {"B": "uint1", "<i": "int4", "<I": "uint4", "<Q": "uint8"}[form]
    read_count = _number(count_name, form)[1]

    def read(f):
        count = read_count(f)
        if count < 0:
            raise ValueError(f"{name} byte count < 0: {count}")
        if count > sys.maxsize:
            raise ValueError(f"{name} byte count > sys.maxsize: {count}")
        data = f.read(count)
        if len(data) != count:
            raise ValueError(f"not enough data in stream to read {name}" if name.startswith("long") else
                             f"expected {count} bytes in a {name}, but only {len(data)} remain")
        return convert(data)
    return kind, read


def _line(f, name="stringnl"):
    data = f.readline()
    if not data.endswith(b"\n"):
        raise ValueError(f"no newline found when trying to read {name}")
    return data[:-1]


def read_stringnl(f, decode=True, stripquotes=True):
    data = _line(f)
    if stripquotes:
        quote = data[:1]
        if quote not in (b'"', b"'"):
            raise ValueError(f"no string quotes around {data!r}")
        if not data.endswith(quote):
            raise ValueError(f"strinq quote {quote!r} not found at both ends of {data!r}")
        data = data[1:-1]
    return codecs.escape_decode(data)[0].decode("ascii") if decode else data


def read_stringnl_noescape(f):
    return read_stringnl(f, stripquotes=False)


def read_stringnl_noescape_pair(f):
    return f"{read_stringnl_noescape(f)} {read_stringnl_noescape(f)}"


def read_unicodestringnl(f):
    return str(_line(f, "unicodestringnl"), "raw-unicode-escape")


def read_decimalnl_short(f):
    data = read_stringnl(f, decode=False, stripquotes=False)
    return {b"00": False, b"01": True}[data] if data in (b"00", b"01") else int(data)


def read_decimalnl_long(f):
    data = read_stringnl(f, decode=False, stripquotes=False)
    return int(data[:-1] if data.endswith(b"L") else data)


def read_floatnl(f):
    return float(read_stringnl(f, decode=False, stripquotes=False))


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


def _utf8(data):
    return str(data, "utf-8", "surrogatepass")


def _latin_1(data):
    return data.decode("latin-1")


_NUMBERS = (("uint1", "B", "An unsigned number of one byte."), ("uint2", "<H", "An unsigned number of two bytes."),
            ("int4", "<i", "A signed number of four bytes."), ("uint4", "<I", "An unsigned number of four bytes."),
            ("uint8", "<Q", "An unsigned number of eight bytes."), ("float8", ">d", "A float of eight bytes."))
_COUNTED = (("string1", "B", _latin_1, "A string of Python 2."), ("string4", "<i", _latin_1, "A string of Python 2."),
            ("bytes1", "B", bytes, "Bytes."), ("bytes4", "<I", bytes, "Bytes."), ("bytes8", "<Q", bytes, "Bytes."),
            ("bytearray8", "<Q", bytearray, "A bytearray."), ("unicodestring1", "B", _utf8, "Text in UTF-8."),
            ("unicodestring4", "<I", _utf8, "Text in UTF-8."), ("unicodestring8", "<Q", _utf8, "Text in UTF-8."),
            ("long1", "B", decode_long, "A whole number."), ("long4", "<i", decode_long, "A whole number."))
_LINES = (("stringnl", read_stringnl, "A quoted string with escapes."),
          ("stringnl_noescape", read_stringnl_noescape, "A string as it is."),
          ("stringnl_noescape_pair", read_stringnl_noescape_pair, "Two strings, each on its line."),
          ("unicodestringnl", read_unicodestringnl, "Text with \\u escapes."),
          ("decimalnl_short", read_decimalnl_short, "A decimal number; 00 and 01 are False and True."),
          ("decimalnl_long", read_decimalnl_long, "A decimal number, perhaps with an L."),
          ("floatnl", read_floatnl, "The repr of a float."))

arguments = {}
for _name, _form, _doc in _NUMBERS:
    arguments[_name] = ArgumentDescriptor(_name, *_number(_name, _form), _doc + "\n")
for _name, _form, _convert, _doc in _COUNTED:
    arguments[_name] = ArgumentDescriptor(_name, *_counted(_name, _form, _convert), f"{_doc} Its length comes first.\n")
for _name, _reader, _doc in _LINES:
    arguments[_name] = ArgumentDescriptor(_name, UP_TO_NEWLINE, _reader, f"{_doc} Up to the end of the line.\n")
for _each in arguments.values():
    _each.reader.__name__ = _each.reader.__qualname__ = "read_" + _each.name


# --- what lies on the stack

pyint = pylong = StackObject("int", int, "A whole number.")
pyinteger_or_bool = StackObject("int_or_bool", (int, bool), "A whole number or a truth value.")
pybool = StackObject("bool", bool, "A truth value.")
pyfloat = StackObject("float", float, "A float.")
pybytes_or_str = pystring = StackObject("bytes_or_str", (bytes, str), "A string of Python 2.")
pybytes = StackObject("bytes", bytes, "Bytes.")
pybytearray = StackObject("bytearray", bytearray, "A bytearray.")
pyunicode = StackObject("str", str, "Text.")
pynone = StackObject("None", type(None), "None.")
pytuple = StackObject("tuple", tuple, "A tuple.")
pylist = StackObject("list", list, "A list.")
pydict = StackObject("dict", dict, "A dict.")
pyset = StackObject("set", set, "A set.")
pyfrozenset = StackObject("frozenset", set, "A frozenset.")
pybuffer = StackObject("buffer", object, "A buffer that is not in the pickle.")
anyobject = StackObject("any", object, "Any object.")
markobject = StackObject("mark", StackObject, "Where the items of the next container begin.")
stackslice = StackObject("stackslice", StackObject, "All that lies above the mark.")

kinds = {each.name: each for each in globals().copy().values() if isinstance(each, StackObject)}
