"""Who raises is told nothing more, and its exception goes on from where it was told."""
import sys

WHEN = None


def tell(frame, event, arg):
    if event == WHEN and frame.f_code.co_name == 'work':
        raise ValueError(event)
    return tell


def work():
    try:
        x = 1
        return x
    finally:
        x = 2


def fails():
    try:
        raise KeyError(1)
    except KeyError:
        work()


for WHEN in ('call', 'line', 'return'):
    sys.settrace(tell)
    try:
        fails()
    except ValueError as error:
        print(repr(error), sys.gettrace())
    finally:
        sys.settrace(None)


def profile(frame, event, arg):
    if event == WHEN:
        raise ValueError(event)


for WHEN in ('call', 'return', 'c_call', 'c_return'):
    try:
        sys.setprofile(profile)
        try:
            work()
            len('a')
        finally:
            sys.setprofile(None)
    except ValueError as error:
        print(repr(error), sys.getprofile())

# expect: ValueError('call') None
# expect: ValueError('line') None
# expect: ValueError('return') None
# expect: ValueError('call') None
# expect: ValueError('return') None
# expect: ValueError('c_call') None
# expect: ValueError('c_return') None
