# Built-in functions, types and their methods say what they are for; instances say it of their class.
import builtins

without = [name for name in dir(builtins)
           if callable(getattr(builtins, name)) and not isinstance(getattr(builtins, name).__doc__, str)]
others = ('exit', 'quit', 'help', 'copyright', 'credits', 'license', 'ExceptionGroup')
print([name for name in without if name not in others])
# expect: []
for kind in (str, bytes, bytearray, list, tuple, dict, set, frozenset, int, float, complex, range):
    methods = [name for name in dir(kind) if not name.startswith('_') and callable(getattr(kind, name))]
    print(kind.__name__, [name for name in methods if not getattr(kind, name).__doc__])
# expect: str []
# expect: bytes []
# expect: bytearray []
# expect: list []
# expect: tuple []
# expect: dict []
# expect: set []
# expect: frozenset []
# expect: int []
# expect: float []
# expect: complex []
# expect: range []
print([].__doc__ == list.__doc__, [].append.__doc__ == list.append.__doc__, KeyError().__doc__ == KeyError.__doc__)
# expect: True True True


class Child(list):
    pass


print(Child.__doc__, Child().__doc__, Child.append.__doc__ == list.append.__doc__)
# expect: None None True
