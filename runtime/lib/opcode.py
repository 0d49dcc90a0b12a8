"""The table of instructions, as lists by what their arguments mean.

Names are CPython's, numbers are this VM's own. An argument has 32 bits: there is no EXTENDED_ARG. Jumps name their
target itself, so hasjrel is empty.
"""

from _dis import stack_effect, table as _table

__all__ = ["cmp_op", "hasarg", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree",
           "hasnargs", "opname", "opmap", "stack_effect"]

cmp_op = ("<", "<=", "==", "!=", ">", ">=")
_rows = _table()


def _codes(kind):
    return [code for code, row in enumerate(_rows) if row[1] == kind]


opname = [name for name, kind in _rows]
opmap = {name: code for code, name in enumerate(opname)}
hasarg = [code for code, row in enumerate(_rows) if row[1] != "none"]
hasconst = _codes("const")
hasname = _codes("name")
hasjrel = []
hasjabs = _codes("jump")
haslocal = _codes("local")
hascompare = _codes("compare")
hasfree = _codes("free")
hasnargs = []
