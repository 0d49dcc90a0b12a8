"""What a trace function is told of the script that runs, one line of events for each frame's run."""
import __main__
import sys

events = []


def tell(frame, event, arg):
    if frame.f_code.co_filename != __main__.__file__:
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
