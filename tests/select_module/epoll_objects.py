import os, select
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

reader, writer = os.pipe()
with select.epoll() as epoll:
    epoll.register(reader, select.EPOLLIN)
    print(epoll.poll(0), os.write(writer, b"x"), epoll.poll() == [(reader, select.EPOLLIN)], refuse(lambda: epoll.register(reader)))
    epoll.modify(reader, select.EPOLLIN | select.EPOLLET)
    print(len(epoll.poll(0)), len(epoll.poll(0)), epoll.unregister(reader), epoll.poll(0.001, 5), epoll.fileno() > 2, epoll.closed)
    print(refuse(lambda: epoll.unregister(reader)), refuse(lambda: epoll.poll(0, 0)))
print(epoll.closed, refuse(lambda: epoll.poll()), refuse(lambda: epoll.fileno()), select.EPOLLET)
# expect: [] 1 True FileExistsError: [Errno 17] File exists
# expect: 1 0 None [] True False
# expect: FileNotFoundError: [Errno 2] No such file or directory ValueError: maxevents must be greater than 0, got 0
# expect: True ValueError: I/O operation on closed epoll object ValueError: I/O operation on closed epoll object 2147483648
