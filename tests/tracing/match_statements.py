"""Only the cases that are looked at."""
import sys

events = []


def tell(frame, event, arg):
    if frame.f_code.co_filename != __file__:
        return None
    name = frame.f_code.co_name
    events.append(f'{event} {name}+{frame.f_lineno - frame.f_code.co_firstlineno}')
    return tell


def show(function, *args):
    """What is told of a call, a line for each frame's run."""
    events.clear()
    sys.settrace(tell)
    try:
        function(*args)
    except Exception as error:
        events.append(repr(error))
    finally:
        sys.settrace(None)
    row = []
    for event in events:
        kind, _, place = event.partition(' ')
        if kind == 'call' and row:
            print(*row)
            row = []
        row.append(f'{kind[:4]}:{place}' if place else kind)
    print(*row)


def which(v):
    match v:
        case 1:
            return 'a'
        case [x, y] if x > y:
            return 'b'
        case {"k": z}:
            r = z
        case str() | bytes():
            r = 3
        case _:
            r = 4
    return r


for each in (1, [2, 1], [1, 2], {'k': 3}, 'x', None):
    show(which, each)

# expect: call:which+0 line:which+1 line:which+2 line:which+3 retu:which+3
# expect: call:which+0 line:which+1 line:which+2 line:which+4 line:which+5 retu:which+5
# expect: call:which+0 line:which+1 line:which+2 line:which+4 line:which+6 line:which+8 line:which+10 line:which+11 line:which+12 retu:which+12
# expect: call:which+0 line:which+1 line:which+2 line:which+4 line:which+6 line:which+7 line:which+12 retu:which+12
# expect: call:which+0 line:which+1 line:which+2 line:which+4 line:which+6 line:which+8 line:which+9 line:which+12 retu:which+12
# expect: call:which+0 line:which+1 line:which+2 line:which+4 line:which+6 line:which+8 line:which+10 line:which+11 line:which+12 retu:which+12
