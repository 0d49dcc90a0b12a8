"""A module is read without being imported: its classes, bases, methods and what is nested."""
import os
import pyclbr
import sys
import tempfile

SOURCE = """\
import sys
raise SystemExit  # never run
class Base: pass
class Other(Base, dict):
    def method(self): pass
    async def later(self):
        def inner(): pass
    class Nested: pass
def function():
    pass
"""
with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, 'package'))
    for name, text in (('read_me', SOURCE), ('package/__init__', ''), ('package/part', 'from read_me import Other\nclass P(Other): pass\n')):
        with open(os.path.join(folder, name + '.py'), 'w') as file:
            file.write(text)
    sys.path.insert(0, folder)
    tree = pyclbr.readmodule_ex('read_me')
    print(sorted(tree), sorted(pyclbr.readmodule('read_me')))
    other = tree['Other']
    print(other.name, other.lineno, other.end_lineno, [getattr(each, 'name', each) for each in other.super], other.methods)
    print({name: type(child).__name__ for name, child in other.children.items()})
    later = other.children['later']
    print(later.is_async, later.parent is other, sorted(later.children), other.module, os.path.basename(other.file))
    part = pyclbr.readmodule_ex('package.part')
    print(sorted(part), part['P'].super)
    print('__path__' in pyclbr.readmodule_ex('package'), 'read_me' in sys.modules)
    try:
        pyclbr.readmodule('no_such_module')
    except ImportError as error:
        print(type(error).__name__)
    sys.path.remove(folder)

# expect: ['Base', 'Other', 'function'] ['Base', 'Other']
# expect: Other 4 8 ['Base', 'dict'] {'method': 5, 'later': 6}
# expect: {'method': 'Function', 'later': 'Function', 'Nested': 'Class'}
# expect: True True ['inner'] read_me read_me.py
# expect: ['P'] ['Other']
# expect: True False
# expect: ModuleNotFoundError
