"""frame.f_lineno = line: forwards, backwards, out of blocks; and where that may not be."""
import sys


def jump(function, start, goal):
    """Calls function; when its line `start` begins, it goes on at `goal`. Both count from its def."""
    done = []

    def tell(frame, event, arg):
        if frame.f_code is not function.__code__:
            return None
        first = frame.f_code.co_firstlineno
        if event == 'line' and frame.f_lineno == first + start and not done:
            done.append(1)
            try:
                frame.f_lineno = first + goal
            except ValueError as error:
                print(error)
        return tell

    out = []
    sys.settrace(tell)
    try:
        function(out)
    except Exception as error:
        out.append(repr(error))
    finally:
        sys.settrace(None)
    print(out)


def plain(out):
    out.append(1)
    out.append(2)
    out.append(3)


def loop(out):
    out.append(1)
    for i in (7, 8):
        out.append(i)
    out.append(4)


def guarded(out):
    try:
        out.append(2)
        1 / 0
    except ZeroDivisionError:
        out.append(5)
    finally:
        out.append(7)
    out.append(8)


jump(plain, 1, 3)
jump(plain, 3, 1)
jump(plain, 2, 99)
jump(plain, 2, -5)
jump(loop, 1, 4)
jump(loop, 3, 4)
jump(loop, 1, 3)
jump(loop, 4, 2)
jump(guarded, 2, 7)
jump(guarded, 3, 8)
jump(guarded, 5, 8)
jump(guarded, 2, 5)


def nothing():
    frame = sys._getframe()
    for value in (frame.f_lineno + 1, 'x'):
        try:
            frame.f_lineno = value
        except ValueError as error:
            print(error)


nothing()

# expect: [3]
# expect: [1, 2, 1, 2, 3]
# expect: line 131 comes after the current code block
# expect: [1, 2, 3]
# expect: line 27 comes before the current code block
# expect: [1, 2, 3]
# expect: [4]
# expect: [1, 4]
# expect: can't jump into the body of a for loop
# expect: [1, 7, 8, 4]
# expect: [1, 7, 8, 7, 8, 4]
# expect: [7, 8]
# expect: [2, 8]
# expect: [2, 8]
# expect: can't jump into an 'except' block as there's no exception
# expect: [2, 5, 7, 8]
# expect: can't jump from the 'call' trace event of a new frame
# expect: lineno must be an integer
