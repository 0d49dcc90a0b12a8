# every allocation fails once
class Odd(Exception):
    def __init__(self, text, number):
        super().__init__(text)
        self.number = number


class Manager:
    def __enter__(self):
        trace.append("enter")
        return self

    def __exit__(self, kind, value, traceback):
        trace.append("exit")
        return isinstance(value, Odd)


def fails(depth):
    if depth:
        return fails(depth - 1)
    raise Odd("odd", 3)


def cleans():
    try:
        return [1]
    finally:
        trace.append("finally")


trace = []
with Manager() as manager:
    fails(3)
try:
    try:
        {}["key"]
    except KeyError as error:
        raise ValueError("second") from error
except ValueError as error:
    trace.append(repr(error.__cause__))
try:
    raise ExceptionGroup("many", [TypeError("t"), OSError("o")])
except* TypeError as group:
    trace.append(len(group.exceptions))
except* OSError:
    trace.append("os")
cleans()
print(trace)  # expect: ['enter', 'exit', "KeyError('key')", 1, 'os', 'finally']
