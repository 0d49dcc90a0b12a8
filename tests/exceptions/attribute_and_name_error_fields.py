try: (5).nope
except AttributeError as error: print(error.name, error.obj, error.args)
# expect: nope 5 ("'int' object has no attribute 'nope'",)
try: nope
except NameError as error: print(error.name, error.args)  # expect: nope ("name 'nope' is not defined",)
try: import nope_module.sub
except ImportError as error: print(error.name, error.path, error.msg)
# expect: nope_module None No module named 'nope_module'
try: {}["k"]
except KeyError as error: print(error.args)  # expect: ('k',)
try: next(iter([]))
except StopIteration as error: print(error.value, error.args)  # expect: None ()
try: "é".encode("ascii")
except UnicodeEncodeError as error: print(error.encoding, error.object, error.start, error.end, error.reason)
# expect: ascii é 0 1 ordinal not in range(128)
