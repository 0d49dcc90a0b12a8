import builtins
builtins.special = 42
print(special)  # expect: 42
builtins.special = 43
print(special)  # expect: 43
del builtins.special
try:
    special
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'special' is not defined
print(builtins.len is len, __builtins__ is builtins)  # expect: True True
