# Modules in a zip archive on sys.path, and in a folder of it; hooks of sys.path_hooks see entries that are no folders.
import os
import runpy
import subprocess
import sys
import tempfile
import zipfile
import zipimport
from importlib.machinery import ModuleSpec

FILES = {'single.py': 'value = 5\n', 'package/__init__.py': 'import package.sub as inner\n',
         'package/sub.py': 'name = __name__\n', 'space/': '', 'space/deep.py': 'value = 7\n', 'package/data.txt': 'text',
         '__main__.py': 'import sys, single\nprint("main", __name__, single.value, sys.argv[1:])\nnames = 1\n'}
folder = tempfile.TemporaryDirectory()
archive = os.path.join(folder.name, 'modules.zip')
with zipfile.ZipFile(archive, 'w') as file:
    for name, text in FILES.items():
        file.writestr(name, text)
sys.path.insert(0, archive)
import package
import single
import space.deep

print(single.value, package.inner.name, space.deep.value)
print(single.__file__ == os.path.join(archive, 'single.py'), type(single.__loader__).__name__, package.__path__ == [
    os.path.join(archive, 'package')])
importer = zipimport.zipimporter(archive)
inner = zipimport.zipimporter(os.path.join(archive, 'package'))
print(importer.is_package('package'), importer.is_package('single'), importer.find_spec('nothing'), repr(inner.prefix))
print(importer.get_source('single'), importer.get_data('package/data.txt'), inner.get_filename('sub')[-14:])
print(repr(importer).replace(archive, 'ARCHIVE'))
for call in (lambda: importer.get_data('nothing'), lambda: importer.get_code('nothing'), lambda: zipimport.zipimporter('')):
    try:
        call()
    except (OSError, ImportError) as error:
        print(type(error).__name__, str(error).replace(archive, 'ARCHIVE'))
print(runpy.run_path(archive)['names'])
print(subprocess.run([sys.executable, archive, 'a', 'b'], stdout=subprocess.PIPE, text=True).stdout, end='')


class Magic:
    def __init__(self, entry):
        if entry != 'magic':
            raise ImportError

    def find_spec(self, name, target=None):
        return ModuleSpec(name, self) if name == 'wonder' else None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.value = 9


sys.path_hooks.append(Magic)
sys.path.append('magic')
import wonder

print(wonder.value, wonder.__spec__.name)
folder.cleanup()
# expect: 5 package.sub 7
# expect: True zipimporter True
# expect: True False None 'package/'
# expect: value = 5
# expect:  b'text' package/sub.py
# expect: <zipimporter object "ARCHIVE/">
# expect: OSError [Errno 0] : 'nothing'
# expect: ZipImportError can't find module 'nothing'
# expect: ZipImportError archive path is empty
# expect: main <run_path> 5 []
# expect: 1
# expect: main __main__ 5 ['a', 'b']
# expect: 9 wonder
