try:
    import no_such_module
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ModuleNotFoundError: No module named 'no_such_module'
try:
    import no_such_package.sub
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ModuleNotFoundError: No module named 'no_such_package'
for code in ("from math import no_such_name", "from collections import nothing_here"):
    try:
        exec(code)
    except ImportError as error:
        print(str(error).partition(" (")[0], error.name)
# expect: cannot import name 'no_such_name' from 'math' math
# expect: cannot import name 'nothing_here' from 'collections' collections
try:
    import math.sub
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ModuleNotFoundError: No module named 'math.sub'; 'math' is not a package
try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error.name)  # expect: no_such_module
