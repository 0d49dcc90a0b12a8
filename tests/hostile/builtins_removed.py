import builtins
saved = builtins.print
del builtins.len
try:
    len([])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'len' is not defined
builtins.len = lambda x: "fake"
print(len([]))  # expect: fake
builtins.__build_class__, kept = None, builtins.__build_class__
try:
    exec("class A: pass")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'NoneType' object is not callable
builtins.__build_class__ = kept
builtins.__import__, kept = (lambda *a: "imported"), builtins.__import__
import anything
print(anything)  # expect: imported
builtins.__import__ = kept
try:
    exec("print(1)", {"__builtins__": {}})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'print' is not defined
try:
    exec("len([])", {"__builtins__": {"len": lambda x: 1 / 0}})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: division by zero
try:
    eval("[x for x in (1, 2)]", {"__builtins__": {}})
except Exception as error:
    print(f"{type(error).__name__}: {error}")
