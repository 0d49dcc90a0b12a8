import os
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

reader, writer = os.pipe()
print(os.write(writer, b"hello"), os.read(reader, 3), os.writev(writer, [b"a", b"bc"]), os.read(reader, 10))
print(os.get_blocking(reader), os.set_blocking(reader, False), refuse(lambda: os.read(reader, 1)))
print(os.get_inheritable(reader), os.close(writer), os.read(reader, 1))
os.close(reader)
reader, writer = os.pipe2(os.O_NONBLOCK)
print(refuse(lambda: os.read(reader, 1)), os.get_inheritable(reader))
os.close(reader)
print(refuse(lambda: os.write(writer, b"x")))
# expect: 5 b'hel' 3 b'loabc'
# expect: True None BlockingIOError: [Errno 11] Resource temporarily unavailable
# expect: False None b''
# expect: BlockingIOError: [Errno 11] Resource temporarily unavailable True
# expect: BrokenPipeError: [Errno 32] Broken pipe
