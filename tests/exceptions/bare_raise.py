def f():
    try:
        raise ValueError("again")
    except ValueError:
        raise
try:
    f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: again
try:
    raise
except RuntimeError as error:
    print(error)  # expect: No active exception to reraise
def g():
    try:
        raise KeyError("outer")
    except KeyError:
        try:
            raise ValueError("inner")
        except ValueError:
            pass
        raise
try:
    g()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'outer'
def helper(): raise
try:
    try:
        raise IndexError("from helper")
    except IndexError:
        helper()
except IndexError as error:
    print(error)  # expect: from helper
