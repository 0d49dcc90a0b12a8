try:
    exec("raise 5")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: exceptions must derive from BaseException
try:
    exec("raise 'text'")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: exceptions must derive from BaseException
try:
    exec("raise int")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: exceptions must derive from BaseException
try:
    exec("raise None")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: exceptions must derive from BaseException
class E(Exception):
    def __init__(self, a): self.a = a
try:
    exec("raise E")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: E.__init__() missing 1 required positional argument: 'a'
class NotException: pass
try:
    try:
        raise ValueError
    except NotException:
        pass
except TypeError as error:
    print(error)  # expect: catching classes that do not inherit from BaseException is not allowed
try:
    try:
        raise ValueError
    except (KeyError, "x"):
        pass
except TypeError as error:
    print(error)  # expect: catching classes that do not inherit from BaseException is not allowed
