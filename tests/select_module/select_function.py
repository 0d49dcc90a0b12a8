import os, select
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

reader, writer = os.pipe()
print(select.select([reader], [], [], 0), select.select([reader], [writer], [], 0) == ([], [writer], []))
os.write(writer, b"x")
class File:
    def fileno(self):
        return reader
file = File()
print(select.select([file], [], [])[0] == [file], select.select([], [], [], 0.001))
print(refuse(lambda: select.select([-1], [], [])), refuse(lambda: select.select(5, [], [])), refuse(lambda: select.select([], [], [], -1)))
print(refuse(lambda: select.select(["a"], [], [])), refuse(lambda: select.select([], [], [], "x")), select.error is OSError)
# expect: ([], [], []) True
# expect: True ([], [], [])
# expect: ValueError: file descriptor cannot be a negative integer (-1) TypeError: arguments 1-3 must be sequences ValueError: timeout must be non-negative
# expect: TypeError: argument must be an int, or have a fileno() method. TypeError: timeout must be a float or None True
