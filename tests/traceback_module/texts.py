# The text of exceptions: rows with marks, chains, groups, notes; rows as data.
import io
import sys
import traceback


def show(text):
    print(text.replace(__file__, "FILE"), end="")


def inner(x):
    return 1 / x


def outer(x):
    try:
        return inner(x)
    except ZeroDivisionError as error:
        raise ValueError("outer failed") from error


try:
    outer(0)
except ValueError:
    show(traceback.format_exc())
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 17, in outer
# expect:     return inner(x)
# expect:            ^^^^^^^^
# expect:   File "FILE", line 12, in inner
# expect:     return 1 / x
# expect:            ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: 
# expect: The above exception was the direct cause of the following exception:
# expect: 
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 23, in <module>
# expect:     outer(0)
# expect:   File "FILE", line 19, in outer
# expect:     raise ValueError("outer failed") from error
# expect: ValueError: outer failed
try:
    outer(0)
except ValueError as error:
    rows = traceback.extract_tb(error.__traceback__)
    print([(row.name, row.lineno, row.line) for row in rows])
    print(traceback.format_exception_only(error), len(traceback.format_exception(error, chain=False)))
    show(repr(rows[0]) + "\n")
    print([(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(error.__traceback__)])
    kept = error
# expect: [('<module>', 44, 'outer(0)'), ('outer', 19, 'raise ValueError("outer failed") from error')]
# expect: ['ValueError: outer failed\n'] 4
# expect: <FrameSummary file FILE, line 44 in <module>>
# expect: [('<module>', 44), ('outer', 19)]


def recursive(depth):
    if depth == 0:
        raise KeyError("deep")
    recursive(depth - 1)


try:
    recursive(8)
except KeyError as error:
    error.add_note("a note\non two lines")
    out = io.StringIO()
    traceback.print_exc(file=out)
    show(out.getvalue())
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 65, in <module>
# expect:     recursive(8)
# expect:   File "FILE", line 61, in recursive
# expect:     recursive(depth - 1)
# expect:   File "FILE", line 61, in recursive
# expect:     recursive(depth - 1)
# expect:   File "FILE", line 61, in recursive
# expect:     recursive(depth - 1)
# expect:   [Previous line repeated 5 more times]
# expect:   File "FILE", line 60, in recursive
# expect:     raise KeyError("deep")
# expect: KeyError: 'deep'
# expect: a note
# expect: on two lines
try:
    raise ExceptionGroup("several", [TypeError("t"), ExceptionGroup("nested", [OSError(2, "no")])])
except ExceptionGroup as group:
    show("".join(traceback.format_exception(group)))
# expect:   + Exception Group Traceback (most recent call last):
# expect:   |   File "FILE", line 87, in <module>
# expect:   |     raise ExceptionGroup("several", [TypeError("t"), ExceptionGroup("nested", [OSError(2, "no")])])
# expect:   | ExceptionGroup: several (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | TypeError: t
# expect:     +---------------- 2 ----------------
# expect:     | ExceptionGroup: nested (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | FileNotFoundError: [Errno 2] no
# expect:       +------------------------------------
try:
    compile("x = (1 +", "<text>", "exec")
except SyntaxError:
    show(traceback.format_exc(limit=0))
# expect:   File "<text>", line 1
# expect:     x = (1 +
# expect:         ^
# expect: SyntaxError: '(' was never closed
try:
    try:
        {}["k"]
    finally:
        [][3]
except IndexError as error:
    show("".join(traceback.format_exception(type(error), error, error.__traceback__)))
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 111, in <module>
# expect:     {}["k"]
# expect:     ~~^^^^^
# expect: KeyError: 'k'
# expect: 
# expect: During handling of the above exception, another exception occurred:
# expect: 
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 113, in <module>
# expect:     [][3]
# expect:     ~~^^^
# expect: IndexError: list index out of range


def where():
    return traceback.extract_stack()


print([(row.name, row.line) for row in where()[-2:]])
# expect: [('<module>', 'print([(row.name, row.line) for row in where()[-2:]])'), ('where', 'return traceback.extract_stack()')]
show("".join(traceback.format_list([("f.py", 3, "name", "line of code"), ("g.py", 4, "other", None)])))
# expect:   File "f.py", line 3, in name
# expect:     line of code
# expect:   File "g.py", line 4, in other
print(repr(traceback.format_exc()))  # expect: 'NoneType: None\n'
