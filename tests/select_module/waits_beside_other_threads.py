# A thread that waits lets others run: the one that makes it ready is a thread too.
import _thread, os, select, selectors
def ready(wait):
    reader, writer = os.pipe()
    _thread.start_new_thread(os.write, (writer, b"x"))
    wait(reader)
    return os.read(reader, 9)
def poll(reader):
    poller = select.poll()
    poller.register(reader)
    poller.poll()
def epoll(reader):
    with select.epoll() as poller:
        poller.register(reader)
        poller.poll()
def selector(reader):
    with selectors.DefaultSelector() as waiting:
        waiting.register(reader, selectors.EVENT_READ)
        waiting.select()
print(ready(lambda reader: select.select([reader], [], [])), ready(poll), ready(epoll), ready(selector), ready(lambda reader: None))
# expect: b'x' b'x' b'x' b'x' b'x'
