"""setprofile: calls, returns and what they are of C++ functions, also where they fail."""
import sys

events = []


def tell(frame, event, arg):
    if frame.f_code.co_filename == __file__:
        name = arg.__name__ if event.startswith('c_') else frame.f_code.co_name
        events.append((event, name, arg if event == 'return' else None))


def inner(x):
    return x + 1


def fails():
    return [].index(1)


def gen():
    yield len('a')


def outer():
    inner(1)
    a = []
    a.append(2)
    list.append(a, 3)
    sorted(a, key=inner)
    try:
        fails()
    except ValueError:
        pass
    list(gen())
    len(*['ab'])


sys.setprofile(tell)
print(sys.getprofile() is tell)
events.clear()
outer()
sys.setprofile(None)
print(sys.getprofile())
for event in events:
    print(*event)

# expect: True
# expect: None
# expect: c_return clear None
# expect: call outer None
# expect: call inner None
# expect: return inner 2
# expect: c_call append None
# expect: c_return append None
# expect: c_call append None
# expect: c_return append None
# expect: c_call sorted None
# expect: call inner None
# expect: return inner 3
# expect: call inner None
# expect: return inner 4
# expect: c_return sorted None
# expect: call fails None
# expect: c_call index None
# expect: c_exception index None
# expect: return fails None
# expect: call gen None
# expect: c_call len None
# expect: c_return len None
# expect: return gen 1
# expect: call gen None
# expect: return gen None
# expect: c_call len None
# expect: c_return len None
# expect: return outer None
# expect: c_call setprofile None
