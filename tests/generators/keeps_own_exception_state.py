def g():
    try:
        raise ValueError("in generator")
    except ValueError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
import sys
it = g()
print(next(it), sys.exc_info()[0])  # expect: <class 'ValueError'> None
try:
    raise KeyError
except KeyError:
    print(next(it), sys.exc_info()[0])  # expect: <class 'ValueError'> <class 'KeyError'>
print(sys.exc_info())  # expect: (None, None, None)
