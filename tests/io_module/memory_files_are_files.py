def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

import io
for file in io.StringIO("a\nbb\nccc\n"), io.BytesIO(b"a\nbb\nccc\n"):
    print(file.readable(), file.writable(), file.seekable(), file.isatty(), refuse(file.fileno))
    print(file.readlines(3), list(file), file.read(), file.tell())
    file.writelines(["x"] if isinstance(file, io.StringIO) else [b"x"])
    print(repr(file.getvalue()))
    with file as same:
        print(same is file)
    print(file.closed, refuse(lambda: next(file)), refuse(file.__enter__))
# expect: True True True False UnsupportedOperation: fileno
# expect: ['a\n', 'bb\n'] ['ccc\n']  9
# expect: 'a\nbb\nccc\nx'
# expect: True
# expect: True ValueError: I/O operation on closed file ValueError: I/O operation on closed file.
# expect: True True True False UnsupportedOperation: fileno
# expect: [b'a\n', b'bb\n'] [b'ccc\n'] b'' 9
# expect: b'a\nbb\nccc\nx'
# expect: True
# expect: True ValueError: I/O operation on closed file. ValueError: I/O operation on closed file.
