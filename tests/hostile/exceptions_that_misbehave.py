class E1(Exception):
    def __init__(self, *a): raise KeyError("from init")
class E2(Exception):
    def __new__(cls): return 5
class E3(Exception):
    def __eq__(self, o): raise ValueError
class E4(Exception):
    args = 5
for raiser in (lambda: exec("raise E1"), lambda: exec("raise E2"), lambda: exec("raise E3 from E3()"),
        lambda: exec("raise E4(1)")):
    try: raiser()
    except Exception as error: print(type(error).__name__)
# expect: KeyError
# expect: TypeError
# expect: E3
# expect: E4
e = ValueError()
try: e.__cause__ = 5
except TypeError as error: print(error)  # expect: exception cause must be None or derive from BaseException
try: e.__context__ = 5
except TypeError as error: print(error)  # expect: exception context must be None or derive from BaseException
try: e.__traceback__ = 5
except TypeError as error: print(error)  # expect: __traceback__ must be a traceback or None
e.__cause__ = e
e.__context__ = e
try: raise e
except ValueError as error: print("self cause", error.__cause__ is error)  # expect: self cause True
try:
    BaseException.__new__(int)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: BaseException.__new__(int): int is not a subtype of BaseException
try:
    e.with_traceback(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __traceback__ must be a traceback or None
try:
    e.__setstate__(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: state is not a dictionary
