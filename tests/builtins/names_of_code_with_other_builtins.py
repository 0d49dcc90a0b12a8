# Code sees the built-ins its globals name, for classes, imports and functions too.
def say(text, globals_):
    try:
        exec(text, globals_)
        print(globals_.get('result'))
    except (NameError, ImportError) as error:
        print(type(error).__name__, error)


say('class A: pass', {'__builtins__': {}})
say('import os', {'__builtins__': {}})
say('import os as result', {'__builtins__': {'__import__': lambda *given: given[0]}})
say('class A: pass\nresult = A', {'__builtins__': {'__build_class__': lambda function, name: name}})
names = {}
exec('def function(): return len', names)
print(type(names['__builtins__']), type(__builtins__), names['function'].__builtins__ is names['__builtins__'])
other = {'len': 5}
exec('def function(): return len', names := {'__builtins__': other})
print(names['function'](), names['function'].__builtins__ is other)
for arguments in (1, 'f', 'eval'), ('1', 1, 'eval'):
    try:
        compile(*arguments)
    except TypeError as error:
        print(error)
for text in 'eval(1)', 'exec(1)':
    try:
        eval(text)
    except TypeError as error:
        print(error)
# expect: NameError __build_class__ not found
# expect: ImportError __import__ not found
# expect: os
# expect: A
# expect: <class 'dict'> <class 'module'> True
# expect: 5 True
# expect: compile() arg 1 must be a string, bytes or AST object
# expect: expected str, bytes or os.PathLike object, not int
# expect: eval() arg 1 must be a string, bytes or code object
# expect: exec() arg 1 must be a string, bytes or code object
