"""Looks into pickles without running them: genops() lists the opcodes, dis() shows them, optimize() drops what no one
needs. The opcodes stand in a table below; their arguments and what lies on the stack are in _pickle_opcodes."""
import io
import struct

from _pickle_opcodes import *
from _pickle_opcodes import arguments as _arguments, kinds as _kinds

del arguments, kinds

__all__ = ["dis", "genops", "optimize"]

bytes_types = (bytes, bytearray)
globals().update(_arguments)
globals().update({each.reader.__name__: each.reader for each in _arguments.values()})

# Name, code, argument, stack before > after, protocol: what it does.
_TABLE = """
INT 49 decimalnl_short > int_or_bool 0: Pushes a whole number or a truth value.
BININT 4a int4 > int 1: Pushes a number of four bytes.
BININT1 4b uint1 > int 1: Pushes a number of one byte.
BININT2 4d uint2 > int 1: Pushes a number of two bytes.
LONG 4c decimalnl_long > int 0: Pushes a number of any size, in digits.
LONG1 8a long1 > int 2: Pushes a number of at most 255 bytes.
LONG4 8b long4 > int 2: Pushes a number of many bytes.
STRING 53 stringnl > bytes_or_str 0: Pushes a string of Python 2.
BINSTRING 54 string4 > bytes_or_str 1: Pushes a long string of Python 2.
SHORT_BINSTRING 55 string1 > bytes_or_str 1: Pushes a short string of Python 2.
BINBYTES 42 bytes4 > bytes 3: Pushes bytes.
SHORT_BINBYTES 43 bytes1 > bytes 3: Pushes at most 255 bytes.
BINBYTES8 8e bytes8 > bytes 4: Pushes very many bytes.
BYTEARRAY8 96 bytearray8 > bytearray 5: Pushes a bytearray.
NEXT_BUFFER 97 - > buffer 5: Pushes the next of the buffers given from outside.
READONLY_BUFFER 98 - buffer > buffer 5: Makes the buffer on top one that cannot be written.
NONE 4e - > None 0: Pushes None.
NEWTRUE 88 - > bool 2: Pushes True.
NEWFALSE 89 - > bool 2: Pushes False.
UNICODE 56 unicodestringnl > str 0: Pushes text.
SHORT_BINUNICODE 8c unicodestring1 > str 4: Pushes text of at most 255 bytes.
BINUNICODE 58 unicodestring4 > str 1: Pushes text.
BINUNICODE8 8d unicodestring8 > str 4: Pushes very long text.
FLOAT 46 floatnl > float 0: Pushes a float given in digits.
BINFLOAT 47 float8 > float 1: Pushes a float of eight bytes.
EMPTY_LIST 5d - > list 1: Pushes a new list.
APPEND 61 - list any > list 0: Appends the top to the list below.
APPENDS 65 - list mark stackslice > list 1: Appends all above the mark to the list below.
LIST 6c - mark stackslice > list 0: Makes a list of all above the mark.
EMPTY_TUPLE 29 - > tuple 1: Pushes the empty tuple.
TUPLE 74 - mark stackslice > tuple 0: Makes a tuple of all above the mark.
TUPLE1 85 - any > tuple 2: Makes a tuple of the top.
TUPLE2 86 - any any > tuple 2: Makes a tuple of the top two.
TUPLE3 87 - any any any > tuple 2: Makes a tuple of the top three.
EMPTY_DICT 7d - > dict 1: Pushes a new dict.
DICT 64 - mark stackslice > dict 0: Makes a dict of the keys and values above the mark.
SETITEM 73 - dict any any > dict 0: Stores a key and a value in the dict below.
SETITEMS 75 - dict mark stackslice > dict 1: Stores all above the mark in the dict below.
EMPTY_SET 8f - > set 4: Pushes a new set.
ADDITEMS 90 - set mark stackslice > set 4: Adds all above the mark to the set below.
FROZENSET 91 - mark stackslice > frozenset 4: Makes a frozenset of all above the mark.
POP 30 - any > 0: Drops the top.
DUP 32 - any > any any 0: Pushes the top once more.
MARK 28 - > mark 0: Pushes a mark.
POP_MARK 31 - mark stackslice > 1: Drops the mark and all above.
GET 67 decimalnl_short > any 0: Pushes what the memo has under a number in digits.
BINGET 68 uint1 > any 1: Pushes what the memo has under a number of one byte.
LONG_BINGET 6a uint4 > any 1: Pushes what the memo has under a number of four bytes.
PUT 70 decimalnl_short > 0: Stores the top in the memo, under a number in digits.
BINPUT 71 uint1 > 1: Stores the top in the memo, under a number of one byte.
LONG_BINPUT 72 uint4 > 1: Stores the top in the memo, under a number of four bytes.
MEMOIZE 94 - any > any 4: Stores the top in the memo, under the next number.
EXT1 82 uint1 > any 2: Pushes what copyreg has under an extension code of one byte.
EXT2 83 uint2 > any 2: Pushes what copyreg has under an extension code of two bytes.
EXT4 84 int4 > any 2: Pushes what copyreg has under an extension code of four bytes.
GLOBAL 63 stringnl_noescape_pair > any 0: Pushes what a module has under a name.
STACK_GLOBAL 93 - str str > any 4: Pushes what a module has under a name, both taken from the stack.
REDUCE 52 - any any > any 0: Calls what lies below with the tuple on top.
BUILD 62 - any any > any 0: Gives the object below the state on top.
INST 69 stringnl_noescape_pair mark stackslice > any 0: Makes an instance of the named class with all above the mark.
OBJ 6f - mark any stackslice > any 1: Makes an instance of the class above the mark with what follows it.
NEWOBJ 81 - any any > any 2: Calls __new__ of the class below with the tuple on top.
NEWOBJ_EX 92 - any any any > any 4: Calls __new__ of a class with a tuple and a dict of keywords.
PROTO 80 uint1 > 2: Tells the protocol.
STOP 2e - any > 0: Ends the pickle; the top is the result.
FRAME 95 uint8 > 4: Begins a frame of so many bytes.
PERSID 50 stringnl_noescape > any 0: Pushes the object of a persistent id.
BINPERSID 51 - any > any 1: Replaces a persistent id by its object.
"""


def _opcode(line):
    facts, _, doc = line.partition(": ")
    (name, code, argument, *before), (*after, protocol) = (half.split() for half in facts.split(">"))
    before, after = ([_kinds[each] for each in names] for names in (before, after))
    return OpcodeInfo(name, chr(int(code, 16)), _arguments.get(argument), before, after, int(protocol), doc + "\n")


opcodes = [_opcode(line) for line in _TABLE.strip().splitlines()]
code2op = {each.code: each for each in opcodes}


def genops(pickle):
    """The opcodes of a pickle, given as bytes or as a binary file: triples of opcode, argument or None, position."""
    file = io.BytesIO(pickle) if isinstance(pickle, bytes_types) else pickle
    position = file.tell if hasattr(file, "tell") else lambda: None
    while True:
        at = position()
        code = file.read(1)
        opcode = code2op.get(code.decode("latin-1"))
        if opcode is None:
            raise ValueError(f"at position {'<unknown>' if at is None else at}, opcode {code!r} unknown" if code else
                             "pickle exhausted before seeing STOP")
        yield opcode, opcode.arg.reader(file) if opcode.arg else None, at
        if opcode.name == "STOP":
            return


# --- optimize

class _Frames:
    """Puts opcodes together, in frames where the protocol has them."""
    SMALLEST, LARGEST = 4, 64 * 1024

    def __init__(self, head, framed):
        self.result, self.pending, self.framed = bytearray(head), bytearray(), framed

    def close(self):
        if self.framed and len(self.pending) >= self.SMALLEST:
            self.result += b"\x95" + struct.pack("<Q", len(self.pending))
        self.result += self.pending
        self.pending = bytearray()

    def add(self, data):
        large = self.framed and len(data) > self.LARGEST
        if large or len(self.pending) >= self.LARGEST:
            self.close()
        if large:
            self.result += data
        else:
            self.pending += data


def _memo_code(names, number, protocol):
    """The shortest way to write a PUT or a GET; names are those in digits, of one byte and of four."""
    if protocol < 1:
        return names[0] + str(number).encode() + b"\n"
    return names[1] + bytes([number]) if number < 256 else names[2] + struct.pack("<I", number)


def _rewritten(ops, numbers, protocol):
    """The pieces of the pickle, with the memo counted anew and nothing stored that no one asks for."""
    count = 0
    for kind, data in ops:
        if kind == "put":
            if data in numbers:
                numbers[data] = count
                yield b"\x94" if protocol >= 4 else _memo_code((b"p", b"q", b"r"), count, protocol)
                count += 1
        elif kind == "get":
            yield _memo_code((b"g", b"h", b"j"), numbers[data], protocol)
        else:
            yield data


def optimize(p):
    """The same pickle without what is stored in the memo and never used."""
    listed = list(genops(p))
    ends = [at for *_, at in listed[1:]] + [listed[-1][2] + 1]
    ops, wanted, stored, protocol, head = [], {}, set(), 0, b""
    for (opcode, argument, at), end in zip(listed, ends):
        if "PUT" in opcode.name or opcode.name == "MEMOIZE":
            number = len(stored) if opcode.name == "MEMOIZE" else argument
            stored.add(number)
            ops.append(("put", number))
        elif opcode.name == "FRAME":
            continue
        elif "GET" in opcode.name:
            protocol = max(protocol, opcode.proto)
            wanted[argument] = None
            ops.append(("get", argument))
        elif opcode.name == "PROTO" and at == 0:
            protocol, head = max(protocol, argument), p[at:end]
        else:
            ops.append(("other", p[at:end]))
    frames = _Frames(head, protocol >= 4)
    for data in _rewritten(ops, wanted, protocol):
        frames.add(data)
    frames.close()
    return bytes(frames.result)


# --- dis

class _Machine:
    """Follows the stack and the memo through a pickle, with kinds of objects in place of objects."""

    def __init__(self, memo):
        self.stack, self.marks, self.memo = [], [], {} if memo is None else memo

    def to_mark(self, opcode):
        """Pops to the last mark. Tells what to show, what is wrong, and how many more are to be popped."""
        if not self.marks:
            problem = "no MARK exists on stack"
            return problem, problem, len(opcode.stack_before)
        place = self.marks.pop()
        while self.stack.pop() is not markobject:
            pass
        below = opcode.stack_before.index(markobject) if markobject in opcode.stack_before else 0
        return f"(MARK at {'unknown opcode offset' if place is None else place})", None, below

    def store(self, number, shown):
        if number in self.memo:
            return f"memo key {shown!r} already defined"
        if not self.stack:
            return "stack is empty -- can't store into memo"
        if self.stack[-1] is markobject:
            return "can't store markobject in the memo"
        self.memo[number] = self.stack[-1]

    def step(self, opcode, argument):
        """What an opcode does: note, problem, number of items it pops, what it pushes."""
        name, after, count, note, problem = opcode.name, opcode.stack_after, len(opcode.stack_before), None, None
        if markobject in opcode.stack_before or name == "POP" and self.stack and self.stack[-1] is markobject:
            note, problem, count = self.to_mark(opcode)
        if name == "MEMOIZE":
            note = f"(as {len(self.memo)})"
            problem = self.store(len(self.memo), None)
        elif name in ("PUT", "BINPUT", "LONG_BINPUT"):
            problem = self.store(argument, argument)
        elif name in ("GET", "BINGET", "LONG_BINGET"):
            if argument in self.memo:
                after = [self.memo[argument]]
            else:
                problem = f"memo key {argument!r} has never been stored into"
        return note, problem, count, after

    def change(self, count, after, at):
        if len(self.stack) < count:
            raise ValueError(f"tries to pop {count} items from stack with only {len(self.stack)} items")
        if count:
            del self.stack[-count:]
        if markobject in after:
            self.marks.append(at)
        self.stack.extend(after)


def dis(pickle, out=None, memo=None, indentlevel=4, annotate=0):
    """Prints the opcodes of a pickle and checks what they do to the stack and the memo. annotate: the column in which
    to tell what each opcode does; 0: nothing is told."""
    machine, highest, column = _Machine(memo), -1, annotate
    for opcode, argument, at in genops(pickle):
        highest = max(highest, opcode.proto)
        line = "" if at is None else f"{at:5}: "
        line += f"{repr(opcode.code)[1:-1]:<4} {' ' * indentlevel * len(machine.marks)}{opcode.name}"
        note, problem, count, after = machine.step(opcode, argument)
        if argument is not None or note:
            line += " " * (10 - len(opcode.name))
            line += "".join(f" {each}" for each in (None if argument is None else repr(argument), note) if each)
        if annotate:
            line = line.ljust(column)
            column = len(line) if len(line) <= 50 else annotate
            line += " " + opcode.doc.split("\n", 1)[0]
        print(line, file=out)
        if problem:
            raise ValueError(problem)
        machine.change(count, after, at)
    print("highest protocol among opcodes =", highest, file=out)
    if machine.stack:
        raise ValueError(f"stack not empty after STOP: {machine.stack!r}")
