import sys


def numbers():
    print(sys.exc_info()[0])
    yield 1
    print(sys.exc_info()[0])
    try:
        raise KeyError(1)
    except KeyError as error:
        print(repr(error.__context__))
        yield 2
        print(sys.exc_info()[0])
    print(sys.exc_info()[0])
    yield 3


steps = numbers()
for error in ZeroDivisionError, IndexError, ValueError:
    try:
        raise error
    except error:
        next(steps)
print(sys.exc_info()[0])

# expect: <class 'ZeroDivisionError'>
# expect: <class 'IndexError'>
# expect: IndexError()
# expect: <class 'KeyError'>
# expect: <class 'ValueError'>
# expect: None
