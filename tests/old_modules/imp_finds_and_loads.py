# imp: finding and loading modules as before importlib.
import os
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")
import imp

with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "found_one.py"), "w") as file:
        file.write("value = 42\n")
    file, path, (suffix, mode, kind) = imp.find_module("found_one", [folder])
    with file:
        module = imp.load_module("found_one", file, path, (suffix, mode, kind))
    print(os.path.basename(path), suffix, mode, kind == imp.PY_SOURCE, module.value, sys.modules["found_one"] is module)
    print(imp.load_source("again", path).value)
    try:
        imp.find_module("not_there", [folder])
    except ImportError as error:
        print(error)
print(imp.new_module("fresh"), imp.is_builtin("sys"), imp.find_module("sys")[2][2] == imp.C_BUILTIN)
imp.acquire_lock()
print(imp.lock_held())
imp.release_lock()
print(imp.lock_held())

# expect: found_one.py .py r True 42 True
# expect: 42
# expect: No module named 'not_there'
# expect: <module 'fresh'> -1 True
# expect: True
# expect: False
