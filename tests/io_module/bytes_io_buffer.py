def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

import io
file = io.BytesIO(b"hello\nworld")
view = file.getbuffer()
view[0] = 74
print(file.getvalue(), refuse(lambda: file.write(b"x" * 100)), refuse(file.close))
view.release()
print(file.write(b"x" * 12), file.getvalue())
target = bytearray(4)
print(file.seek(0), file.readinto(target), target, file.read1(2), file.tell(), file.seek(-3, 2), file.read())
file.seek(15)
file.write(b"z")
print(file.getvalue(), file.truncate(2), file.getvalue(), refuse(lambda: file.seek(-1)), refuse(lambda: file.write("s")))
print(refuse(lambda: file.readinto(b"abc")), refuse(lambda: file.detach()), refuse(lambda: io.BytesIO("s")))
file.close()
print(refuse(file.read), refuse(file.getvalue), file.closed)
# expect: b'Jello\nworld' BufferError: Existing exports of data: object cannot be re-sized BufferError: Existing exports of data: object cannot be re-sized
# expect: 12 b'xxxxxxxxxxxx'
# expect: 0 4 bytearray(b'xxxx') b'xx' 6 9 b'xxx'
# expect: b'xxxxxxxxxxxx\x00\x00\x00z' 2 b'xx' ValueError: negative seek value -1 TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: readinto() argument must be read-write bytes-like object, not bytes UnsupportedOperation: detach TypeError: a bytes-like object is required, not 'str'
# expect: ValueError: I/O operation on closed file. ValueError: I/O operation on closed file. True
