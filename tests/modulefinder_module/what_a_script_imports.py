"""The modules of a script, of packages and relative imports; what is missing."""
import contextlib
import io
import modulefinder
import os
import tempfile

FILES = {
    'script.py': 'import a.one\nfrom b import *\nfrom a import two, missing\nimport nowhere\n',
    'a/__init__.py': 'name = 1\n',
    'a/one.py': 'from . import two\nfrom .two import thing\nfrom .sub import deep\n',
    'a/two.py': 'def f():\n    import b\nthing = 3\n',
    'a/sub/__init__.py': '',
    'a/sub/deep.py': 'import nowhere.else_\n',
    'b.py': 'z = 1\n',
}
with tempfile.TemporaryDirectory() as folder:
    for name, text in FILES.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w') as file:
            file.write(text)
    finder = modulefinder.ModuleFinder([folder])
    finder.run_script(os.path.join(folder, 'script.py'))
    for name in sorted(finder.modules):
        module = finder.modules[name]
        print(name, os.path.relpath(module.__file__, folder), module.__path__ is not None, sorted(module.globalnames))
    print('nowhere' in finder.badmodules, 'a.missing' in finder.any_missing())
    print(repr(modulefinder.Module('m', 'f.py')))

# expect: __main__ script.py False ['a', 'missing', 'nowhere', 'two', 'z']
# expect: a a/__init__.py True ['name']
# expect: a.one a/one.py False ['deep', 'thing', 'two']
# expect: a.sub a/sub/__init__.py True []
# expect: a.sub.deep a/sub/deep.py False ['nowhere']
# expect: a.two a/two.py False ['f', 'thing']
# expect: b b.py False ['z']
# expect: True True
# expect: Module('m', 'f.py')
