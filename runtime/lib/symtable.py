"""What the compiler knows of the names in a source text: which scope each belongs to."""
import os
import weakref

import _symtable

__all__ = ['symtable', 'SymbolTable', 'Class', 'Function', 'Symbol']

_GLOBAL, _ASSIGNED, _PARAMETER, _NONLOCAL, _USED, _IMPORTED, _ANNOTATED = 1, 2, 4, 8, 16, 128, 256
_BOUND = _ASSIGNED | _PARAMETER | _IMPORTED
_LOCAL, _GLOBAL_EXPLICIT, _GLOBAL_IMPLICIT, _FREE, _CELL = range(1, 6)
_SCOPE_SHIFT = 11


class _Table:
    """What the compiler says of a scope."""

    def __init__(self, kind, name, lineno, nested, symbols):
        self.kind = kind
        self.name = name
        self.lineno = lineno
        self.nested = nested
        self.symbols = dict(symbols)
        self.children = []

    def __repr__(self):
        return f'<symtable entry {self.name}({id(self)}), line {self.lineno}>'


def symtable(code, filename, compile_type):
    """The table of the module; compile_type as compile() has it."""
    try:
        mode = ('exec', 'eval', 'single').index(compile_type)
    except ValueError:
        raise ValueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'") from None
    if isinstance(code, (bytes, bytearray)):
        import importlib.util
        code = importlib.util.decode_source(bytes(code))
    filename = os.fsdecode(filename)
    rows = _symtable.tables(code, filename, mode)
    tables = [_Table(*row[:5]) for row in rows]
    for table, row in zip(tables, rows):
        table.children = [tables[number] for number in row[5]]
    return _wrap(tables[0], filename)


_wrapped = weakref.WeakKeyDictionary()  # so that a scope's table is always the same object


def _wrap(table, filename):
    found = _wrapped.get(table)
    made = found() if found else None
    if made is None:
        made = {'function': Function, 'class': Class}.get(table.kind, SymbolTable)(table, filename)
        _wrapped[table] = weakref.ref(made)
    return made


class SymbolTable:
    """The names of a scope."""

    def __init__(self, raw_table, filename):
        self._table = raw_table
        self._filename = filename
        self._symbols = {}

    def __repr__(self):
        kind = '' if self.__class__ == SymbolTable else self.__class__.__name__ + ' '
        if self._table.name == 'top':
            return f'<{kind}SymbolTable for module {self._filename}>'
        return f'<{kind}SymbolTable for {self._table.name} in {self._filename}>'

    def get_type(self):
        """'module', 'function' or 'class'."""
        return self._table.kind

    def get_id(self):
        """A number that no other table has."""
        return id(self._table)

    def get_name(self):
        """The function's or class's name; 'top' of a module."""
        return self._table.name

    def get_lineno(self):
        """The line it begins with; 0 of a module."""
        return self._table.lineno

    def is_optimized(self):
        """Are its locals no dict?"""
        return self._table.kind == 'function'

    def is_nested(self):
        """Is it in a function?"""
        return bool(self._table.nested)

    def has_children(self):
        """Are there scopes in it?"""
        return bool(self._table.children)

    def get_identifiers(self):
        """The names."""
        return self._table.symbols.keys()

    def lookup(self, name):
        """The Symbol of a name; KeyError."""
        symbol = self._symbols.get(name)
        if symbol is None:
            flags = self._table.symbols[name]
            namespaces = [child for child in self.get_children() if child.get_name() == name]
            symbol = self._symbols[name] = Symbol(name, flags, namespaces, module_scope=self._table.name == 'top')
        return symbol

    def get_symbols(self):
        """All Symbols."""
        return [self.lookup(name) for name in self.get_identifiers()]

    def get_children(self):
        """The tables of the scopes in it."""
        return [_wrap(child, self._filename) for child in self._table.children]


class Function(SymbolTable):
    """The names of a function, a lambda or a comprehension."""

    def _names(self, test):
        return tuple(name for name, flags in self._table.symbols.items() if test(flags))

    def _names_in(self, *scopes):
        return self._names(lambda flags: flags >> _SCOPE_SHIFT in scopes)

    def get_parameters(self):
        return self._names(lambda flags: flags & _PARAMETER)

    def get_locals(self):
        return self._names_in(_LOCAL, _CELL)

    def get_globals(self):
        return self._names_in(_GLOBAL_IMPLICIT, _GLOBAL_EXPLICIT)

    def get_nonlocals(self):
        return self._names(lambda flags: flags & _NONLOCAL)

    def get_frees(self):
        return self._names_in(_FREE)


class Class(SymbolTable):
    """The names of a class body."""

    def get_methods(self):
        """The names of the functions and classes that are defined in it."""
        return tuple(dict.fromkeys(child.name for child in self._table.children))


class Symbol:
    """What a scope does with a name."""

    def __init__(self, name, flags, namespaces=None, *, module_scope=False):
        self.__name = name
        self.__flags = flags
        self.__scope = flags >> _SCOPE_SHIFT & 15
        self.__namespaces = namespaces or ()
        self.__module_scope = module_scope

    def __repr__(self):
        return f'<symbol {self.__name!r}>'

    def _is_bound_in_module(self):
        return self.__module_scope and bool(self.__flags & _BOUND)

    def get_name(self):
        return self.__name

    def is_referenced(self):
        """Is its value used?"""
        return bool(self.__flags & _USED)

    def is_parameter(self):
        return bool(self.__flags & _PARAMETER)

    def is_global(self):
        return self.__scope in (_GLOBAL_IMPLICIT, _GLOBAL_EXPLICIT) or self._is_bound_in_module()

    def is_nonlocal(self):
        return bool(self.__flags & _NONLOCAL)

    def is_declared_global(self):
        """By a global statement?"""
        return self.__scope == _GLOBAL_EXPLICIT

    def is_local(self):
        return self.__scope in (_LOCAL, _CELL) or self._is_bound_in_module()

    def is_annotated(self):
        return bool(self.__flags & _ANNOTATED)

    def is_free(self):
        """Does a scope around it bind the name?"""
        return self.__scope == _FREE

    def is_imported(self):
        return bool(self.__flags & _IMPORTED)

    def is_assigned(self):
        return bool(self.__flags & _ASSIGNED)

    def is_namespace(self):
        """Is a function or class of that name defined?"""
        return bool(self.__namespaces)

    def get_namespaces(self):
        """Their tables."""
        return self.__namespaces

    def get_namespace(self):
        """The one table; ValueError if there are more or none."""
        if len(self.__namespaces) == 0:
            raise ValueError('name is not bound to any namespaces')
        if len(self.__namespaces) > 1:
            raise ValueError('name is bound to multiple namespaces')
        return self.__namespaces[0]
