import sys
def f():
    try:
        raise KeyError
    except KeyError:
        return sys.exc_info()[0].__name__
try:
    raise ValueError
except ValueError:
    print(f(), sys.exc_info()[0].__name__)  # expect: KeyError ValueError
print(sys.exc_info()[0])  # expect: None
