"""Shows bytecode: what the compiler made, and with adaptive=True what it has become by running.

The instructions come from _dis, in C++. An offset counts two for each instruction.
"""

import sys
from collections import namedtuple
from opcode import *
from opcode import __all__ as _opcode_names

import _dis

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "get_instructions", "Instruction",
           "Positions", "Bytecode", "show_code", "pretty_flags", "COMPILER_FLAG_NAMES"] + _opcode_names

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED",
    2: "NEWLOCALS",
    4: "VARARGS",
    8: "VARKEYWORDS",
    16: "NESTED",
    32: "GENERATOR",
    64: "NOFREE",
    128: "COROUTINE",
    256: "ITERABLE_COROUTINE",
    512: "ASYNC_GENERATOR",
}

Positions = namedtuple("Positions", ("lineno", "end_lineno", "col_offset", "end_col_offset"), defaults=(None,) * 4)

Instruction = namedtuple(
    "Instruction",
    ("opname", "opcode", "arg", "argval", "argrepr", "offset", "starts_line", "is_jump_target", "positions"),
    defaults=(None,),
)
Instruction.__doc__ = "One instruction: its name and number, its argument and what that means, and where it stands."

_Code = type((lambda: None).__code__)
_holders = ("__code__", "gi_code", "ag_code", "cr_code")


def _without_wrapping(x):
    """The code object, class, module, text ... that stands behind a method, function, generator or coroutine."""
    x = getattr(x, "__func__", x)
    for holder in _holders:
        if hasattr(x, holder):
            return getattr(x, holder)
    return x


def _compile(source, name):
    try:
        return compile(source, name, "eval")
    except SyntaxError:
        return compile(source, name, "exec")


def _get_code_object(x):
    return _code_of(x)


def _code_of(x):
    found = _without_wrapping(x)
    if isinstance(found, str):
        found = _compile(found, "<disassembly>")
    if isinstance(found, _Code):
        return found
    raise TypeError(f"don't know how to disassemble {type(found).__name__} objects")


def _title(code):
    return f'<code object {code.co_name}, file "{code.co_filename}", line {code.co_firstlineno}>'


def _text(code, lasti, adaptive):
    return _dis.specialised(code) if adaptive else _dis.listing(code, lasti)


def _show_with_inner(code, file, depth, adaptive):
    print(_text(code, -1, adaptive), end="", file=file)
    if depth is not None and depth <= 0:
        return
    for constant in code.co_consts:
        if isinstance(constant, _Code):
            print(file=file)
            print(f"Disassembly of {_title(constant)}:", file=file)
            _show_with_inner(constant, file, None if depth is None else depth - 1, adaptive)


def _can_hold_code(value):
    return isinstance(value, (_Code, type, classmethod, staticmethod)) or hasattr(value, "__code__")


def _show_members(x, file, depth, adaptive):
    for name, value in sorted(x.__dict__.items()):
        if not _can_hold_code(value):
            continue
        print(f"Disassembly of {name}:", file=file)
        try:
            dis(value, file=file, depth=depth, adaptive=adaptive)
        except TypeError as problem:
            print("Sorry:", problem, file=file)
        print(file=file)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Shows the instructions of a function, method, class, module, code object, generator or source text.

    Without an argument: of the place where the last exception was raised. depth limits how far into nested code
    it goes; with adaptive=True the instructions are shown as they have specialised themselves.
    """
    if x is None:
        distb(file=file, show_caches=show_caches, adaptive=adaptive)
        return
    found = _without_wrapping(x)
    if isinstance(found, str):
        found = _compile(found, "<dis>")
    if isinstance(found, _Code):
        _show_with_inner(found, file, depth, adaptive)
    elif hasattr(found, "__dict__"):
        _show_members(found, file, depth, adaptive)
    else:
        raise TypeError(f"don't know how to disassemble {type(found).__name__} objects")


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    """Shows one code object, with an arrow at the instruction whose offset is lasti."""
    print(_text(co, lasti, adaptive), end="", file=file)


disco = disassemble


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    """Shows the code of a traceback's first row, or where the last exception that nobody caught was raised."""
    if tb is None:
        if not hasattr(sys, "last_traceback"):
            raise RuntimeError("no last traceback to disassemble")
        tb = sys.last_traceback
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, adaptive=adaptive)


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """An iterator over the instructions of a function, method, code object or source text."""
    code = _code_of(x)
    shift = 0 if first_line is None else first_line - code.co_firstlineno
    return _instructions(code, shift)


def _instructions(code, shift):
    for row, place in zip(_dis.instructions(code), code.co_positions()):
        opcode, arg, argval, argrepr, offset, starts_line, is_jump_target = row
        if starts_line is not None:
            starts_line += shift
        yield Instruction(opname[opcode], opcode, arg, argval, argrepr, offset, starts_line, is_jump_target,
                          Positions(*place))


def findlinestarts(code):
    """Pairs of an offset and the line that starts there."""
    for row in _dis.instructions(code):
        if row[5] is not None:
            yield row[4], row[5]


def pretty_flags(flags):
    """The names of a code object's flags."""
    names = []
    for bit in range(32):
        flag = 1 << bit
        if flags & flag:
            names.append(COMPILER_FLAG_NAMES.get(flag, hex(flag)))
    return ", ".join(names) or hex(flags)


def code_info(x):
    """What is known of a code object but for its instructions."""
    code = _code_of(x)
    lines = [f"{label:<18} {value}" for label, value in (
        ("Name:", code.co_name),
        ("Filename:", code.co_filename),
        ("Argument count:", code.co_argcount),
        ("Positional-only arguments:", code.co_posonlyargcount),
        ("Kw-only arguments:", code.co_kwonlyargcount),
        ("Number of locals:", code.co_nlocals),
        ("Stack size:", code.co_stacksize),
        ("Flags:", pretty_flags(code.co_flags)),
    )]
    for label, values, form in (
        ("Constants:", code.co_consts, repr),
        ("Names:", code.co_names, str),
        ("Variable names:", code.co_varnames, str),
        ("Free variables:", code.co_freevars, str),
        ("Cell variables:", code.co_cellvars, str),
    ):
        if values:
            lines.append(label)
            lines += [f"{number:4d}: {form(value)}" for number, value in enumerate(values)]
    return "\n".join(lines)


def show_code(co, *, file=None):
    """Prints code_info(co)."""
    print(code_info(co), file=file)


class Bytecode:
    """The instructions of a function, method, code object or source text, to go through and to show."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = code = _code_of(x)
        self.first_line = code.co_firstlineno if first_line is None else first_line
        self.current_offset = current_offset
        self.adaptive = adaptive
        self._shift = self.first_line - code.co_firstlineno
        self._original_object = x

    def __iter__(self):
        return _instructions(self.codeobj, self._shift)

    def __repr__(self):
        return f"{type(self).__name__}({self._original_object!r})"

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """The code where a traceback ends, its current instruction marked."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti, adaptive=adaptive)

    def info(self):
        """What code_info says of it."""
        return code_info(self.codeobj)

    def dis(self):
        """Its listing as text."""
        return _text(self.codeobj, -1 if self.current_offset is None else self.current_offset, self.adaptive)


def _main():
    """python -m dis"""
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument('infile', type=argparse.FileType('rb'), nargs='?', default='-')
    options = parser.parse_args()
    with options.infile as file:
        source = file.read()
    dis(compile(source, options.infile.name, 'exec'))


if __name__ == '__main__':
    _main()
