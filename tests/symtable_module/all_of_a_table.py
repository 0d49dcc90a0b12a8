"""Every scope of a text with its names and what is known of each."""
import symtable

SOURCE = """\
import os
from sys import path as p
x: int = 1
def outer(a, *b, c=x, **d):
    global G
    G = a
    y = [i for i in b if i]
    def inner(z):
        nonlocal y
        y = z
        return a, len
    class Inside:
        attr = y
        def method(self):
            return __class__, self.__private
    return lambda q: (q, a, {k: v for k, v in d.items()}, (w := 3))
class C(Base):
    def outer(self): pass
    def outer(self, again): pass
async def later():
    return [await e async for e in p]
gen = (t for t in (s for s in x))
"""
QUESTIONS = ('is_referenced is_parameter is_global is_nonlocal is_declared_global is_local is_annotated is_free is_imported '
             'is_assigned is_namespace').split()


def show(table, depth=0):
    pad = '  ' * depth
    print(pad + repr(table), table.get_type(), table.get_lineno(), table.is_optimized(), table.is_nested(),
          table.has_children())
    for name in table.get_identifiers():
        symbol = table.lookup(name)
        print(pad, '', symbol.get_name(), *(each[3:] for each in QUESTIONS if getattr(symbol, each)()))
    if table.get_type() == 'function':
        for what in ('parameters', 'locals', 'globals', 'nonlocals', 'frees'):
            print(pad, what, sorted(getattr(table, 'get_' + what)()))
    elif table.get_type() == 'class':
        print(pad, 'methods', table.get_methods())
    for child in table.get_children():
        show(child, depth + 1)


top = symtable.symtable(SOURCE, 'some file', 'exec')
show(top)
print(top.lookup('outer'), top.lookup('outer').get_namespace().get_name(), top.get_children()[0] is top.get_children()[0])
for name in ('x', 'outer'):
    table = top.lookup('C').get_namespace() if name == 'outer' else top
    try:
        table.lookup(name).get_namespace()
    except ValueError as error:
        print(error)
for args in (('1 +', 'f', 'eval'), ('1', 'f', 'wrong')):
    try:
        symtable.symtable(*args)
    except (SyntaxError, ValueError) as error:
        print(error)
show(symtable.symtable('lambda: x', '?', 'eval'))

# expect: <SymbolTable for module some file> module 0 False False True
# expect:   os global local imported
# expect:   p global local imported
# expect:   x referenced global local annotated assigned
# expect:   int referenced global
# expect:   outer global local assigned namespace
# expect:   G global declared_global
# expect:   C global local assigned namespace
# expect:   Base referenced global
# expect:   later global local assigned namespace
# expect:   gen global local assigned
# expect:   <Function SymbolTable for outer in some file> function 4 True False True
# expect:     a referenced parameter local
# expect:     c parameter local
# expect:     b referenced parameter local
# expect:     d parameter local
# expect:     G global declared_global assigned
# expect:     y local assigned
# expect:     inner local assigned namespace
# expect:     Inside local assigned namespace
# expect:    parameters ['a', 'b', 'c', 'd']
# expect:    locals ['Inside', 'a', 'b', 'c', 'd', 'inner', 'y']
# expect:    globals ['G']
# expect:    nonlocals []
# expect:    frees []
# expect:     <Function SymbolTable for listcomp in some file> function 7 True True False
# expect:       .0 parameter local
# expect:       i referenced local assigned
# expect:      parameters ['.0']
# expect:      locals ['.0', 'i']
# expect:      globals []
# expect:      nonlocals []
# expect:      frees []
# expect:     <Function SymbolTable for inner in some file> function 8 True True False
# expect:       z referenced parameter local
# expect:       y nonlocal free assigned
# expect:       a referenced free
# expect:       len referenced global
# expect:      parameters ['z']
# expect:      locals ['z']
# expect:      globals ['len']
# expect:      nonlocals ['y']
# expect:      frees ['a', 'y']
# expect:     <Class SymbolTable for Inside in some file> class 12 False True True
# expect:       attr local assigned
# expect:       y referenced free
# expect:       method local assigned namespace
# expect:      methods ('method',)
# expect:       <Function SymbolTable for method in some file> function 14 True True False
# expect:         self referenced parameter local
# expect:         __class__ referenced free
# expect:        parameters ['self']
# expect:        locals ['self']
# expect:        globals []
# expect:        nonlocals []
# expect:        frees ['__class__']
# expect:     <Function SymbolTable for lambda in some file> function 16 True True True
# expect:       q referenced parameter local
# expect:       a referenced free
# expect:       d referenced free
# expect:       w local assigned
# expect:      parameters ['q']
# expect:      locals ['q', 'w']
# expect:      globals []
# expect:      nonlocals []
# expect:      frees ['a', 'd']
# expect:       <Function SymbolTable for dictcomp in some file> function 16 True True False
# expect:         .0 parameter local
# expect:         k referenced local assigned
# expect:         v referenced local assigned
# expect:        parameters ['.0']
# expect:        locals ['.0', 'k', 'v']
# expect:        globals []
# expect:        nonlocals []
# expect:        frees []
# expect:   <Class SymbolTable for C in some file> class 17 False False True
# expect:     outer local assigned namespace
# expect:    methods ('outer',)
# expect:     <Function SymbolTable for outer in some file> function 18 True False False
# expect:       self parameter local
# expect:      parameters ['self']
# expect:      locals ['self']
# expect:      globals []
# expect:      nonlocals []
# expect:      frees []
# expect:     <Function SymbolTable for outer in some file> function 19 True False False
# expect:       self parameter local
# expect:       again parameter local
# expect:      parameters ['again', 'self']
# expect:      locals ['again', 'self']
# expect:      globals []
# expect:      nonlocals []
# expect:      frees []
# expect:   <Function SymbolTable for later in some file> function 20 True False True
# expect:     p referenced global
# expect:    parameters []
# expect:    locals []
# expect:    globals ['p']
# expect:    nonlocals []
# expect:    frees []
# expect:     <Function SymbolTable for listcomp in some file> function 21 True True False
# expect:       .0 parameter local
# expect:       e referenced local assigned
# expect:      parameters ['.0']
# expect:      locals ['.0', 'e']
# expect:      globals []
# expect:      nonlocals []
# expect:      frees []
# expect:   <Function SymbolTable for genexpr in some file> function 22 True False False
# expect:     .0 parameter local
# expect:     s referenced local assigned
# expect:    parameters ['.0']
# expect:    locals ['.0', 's']
# expect:    globals []
# expect:    nonlocals []
# expect:    frees []
# expect:   <Function SymbolTable for genexpr in some file> function 22 True False False
# expect:     .0 parameter local
# expect:     t referenced local assigned
# expect:    parameters ['.0']
# expect:    locals ['.0', 't']
# expect:    globals []
# expect:    nonlocals []
# expect:    frees []
# expect: <symbol 'outer'> outer True
# expect: name is not bound to any namespaces
# expect: name is bound to multiple namespaces
# expect: invalid syntax (f, line 1)
# expect: symtable() arg 3 must be 'exec' or 'eval' or 'single'
# expect: <SymbolTable for module ?> module 0 False False True
# expect:   <Function SymbolTable for lambda in ?> function 1 True False False
# expect:     x referenced global
# expect:    parameters []
# expect:    locals []
# expect:    globals ['x']
# expect:    nonlocals []
# expect:    frees []
