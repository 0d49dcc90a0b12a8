import importlib.util, os, sys, tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'slow_one.py')
with open(path, 'w') as file:
    file.write("print('loading')\nvalue = 42\nother = 1\n")
spec = importlib.util.spec_from_file_location('slow_one', path)
spec.loader = importlib.util.LazyLoader(spec.loader)
module = importlib.util.module_from_spec(spec)
sys.modules['slow_one'] = module
spec.loader.exec_module(module)
module.other = 2
print('made')
print(module.value, module.other, type(module).__name__)
os.remove(path)
os.rmdir(folder)
try:
    importlib.util.LazyLoader(object())
except TypeError as error:
    print(error)

# expect: made
# expect: loading
# expect: 42 2 module
# expect: loader must define exec_module()
