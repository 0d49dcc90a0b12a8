import os
path = f"/tmp/gillab-closed-{os.getpid()}"
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

text = open(path, "w+")
text.close()
text.close()
for call in text.read, text.readline, text.tell, text.flush, text.fileno, text.isatty, text.__enter__, text.readlines:
    print(call.__name__, refuse(call))
print(refuse(lambda: text.write("x")), refuse(lambda: text.seek(0)), text.closed)
for kind in "rb", "wb", "rb+":
    file = open(path, kind)
    file.close()
    print(kind, refuse(file.readline), refuse(file.flush), refuse(lambda: file.seek(0)), refuse(file.tell))
raw = open(path, "rb", 0)
raw.close()
print(refuse(raw.read), refuse(raw.tell), repr(raw))
os.remove(path)
# expect: read ValueError: I/O operation on closed file.
# expect: readline ValueError: I/O operation on closed file.
# expect: tell ValueError: I/O operation on closed file.
# expect: flush ValueError: I/O operation on closed file.
# expect: fileno ValueError: I/O operation on closed file
# expect: isatty ValueError: I/O operation on closed file
# expect: __enter__ ValueError: I/O operation on closed file.
# expect: readlines ValueError: I/O operation on closed file.
# expect: ValueError: I/O operation on closed file. ValueError: I/O operation on closed file. True
# expect: rb ValueError: readline of closed file ValueError: I/O operation on closed file. ValueError: seek of closed file ValueError: I/O operation on closed file
# expect: wb UnsupportedOperation: read ValueError: flush of closed file ValueError: seek of closed file ValueError: I/O operation on closed file
# expect: rb+ ValueError: readline of closed file ValueError: flush of closed file ValueError: seek of closed file ValueError: I/O operation on closed file
# expect: ValueError: I/O operation on closed file ValueError: I/O operation on closed file <_io.FileIO [closed]>
