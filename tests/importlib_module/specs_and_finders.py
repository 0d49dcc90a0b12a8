import importlib, importlib.util, importlib.machinery, importlib.abc, sys, os, types
print(importlib.import_module('json.decoder').__name__, importlib.import_module('.decoder', 'json').__name__)
for f in (lambda: importlib.import_module('.x'), lambda: importlib.import_module('nope'), lambda: importlib.reload(3), lambda: importlib.util.find_spec('nope.x')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
s = importlib.util.find_spec('string'); print(s.name, s.submodule_search_locations, s.parent)
print(importlib.util.find_spec('nope'), importlib.util.find_spec('sys').origin, importlib.util.resolve_name('..a', 'b.c.d'))
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.startswith('magic'):
            return importlib.util.spec_from_loader(name, Loader(), is_package=True)
class Loader(importlib.abc.Loader):
    def create_module(self, spec): return None
    def exec_module(self, module): module.answer = 42
sys.meta_path.insert(0, Finder())
import magic, magic.more
print(magic.answer, magic.more.answer, magic.__spec__.name, magic.more.__package__)
print(importlib.machinery.ModuleSpec('a', None), importlib.machinery.SOURCE_SUFFIXES)

# expect: json.decoder json.decoder
# expect: TypeError the 'package' argument is required to perform a relative import for '.x'
# expect: ModuleNotFoundError No module named 'nope'
# expect: TypeError reload() argument must be a module
# expect: ModuleNotFoundError No module named 'nope'
# expect: string None 
# expect: None built-in b.c.a
# expect: 42 42 magic magic.more
# expect: ModuleSpec(name='a', loader=None) ['.py']
