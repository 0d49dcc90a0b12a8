import os, select
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

reader, writer = os.pipe()
poll = select.poll()
poll.register(reader, select.POLLIN)
print(poll.poll(0), os.write(writer, b"x"), poll.poll() == [(reader, select.POLLIN)], poll.modify(reader, select.POLLOUT), poll.poll(1))
print(poll.unregister(reader), refuse(lambda: poll.unregister(reader)) == f"KeyError: {reader}", refuse(lambda: poll.modify(99, 1)))
print(refuse(lambda: poll.register(3.5)), refuse(lambda: poll.poll("x")))
poll.register(reader)
os.read(reader, 1)
os.close(writer)
print(poll.poll() == [(reader, select.POLLHUP)])
# expect: [] 1 True None []
# expect: None True FileNotFoundError: [Errno 2] No such file or directory
# expect: TypeError: argument must be an int, or have a fileno() method. TypeError: timeout must be an integer or None
# expect: True
