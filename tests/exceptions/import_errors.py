try:
    import no_such_module
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ModuleNotFoundError: No module named 'no_such_module'
try:
    import no_such_package.sub
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ModuleNotFoundError: No module named 'no_such_package'
try:
    from math import no_such_name
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ImportError: cannot import name 'no_such_name' from 'math' (unknown location)
try:
    import math.sub
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ModuleNotFoundError: No module named 'math.sub'; 'math' is not a package
try:
    from sys import *; from collections import nothing_here
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ImportError: cannot import name 'nothing_here' from 'collections' (/usr/lib/python3.11/collections/__init__.py)
try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error.name)  # expect: no_such_module
