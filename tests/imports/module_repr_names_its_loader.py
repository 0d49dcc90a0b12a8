import types

module = types.ModuleType('made')
print(module)
module.__loader__ = 'a loader'
print(module)
module.__file__ = '/a/file.py'
print(module)

# expect: <module 'made'>
# expect: <module 'made' ('a loader')>
# expect: <module 'made' from '/a/file.py'>
