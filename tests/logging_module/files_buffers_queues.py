import logging
import logging.handlers
import os
import queue
import sys

folder = "/tmp/logging-test-%d" % os.getpid()
os.mkdir(folder)
path = os.path.join(folder, "log")
handler = logging.handlers.RotatingFileHandler(path, maxBytes=30, backupCount=2)
log = logging.getLogger("r")
log.addHandler(handler)
for i in range(8):
    log.error("message %d", i)
handler.close()
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name)) as file:
        print(name, file.read().split("\n"))
    os.remove(os.path.join(folder, name))
os.rmdir(folder)
target = logging.StreamHandler(sys.stdout)
memory = logging.handlers.MemoryHandler(3, target=target)
log = logging.getLogger("m")
log.propagate = False
log.setLevel("DEBUG")
log.addHandler(memory)
log.info("one")
print("kept", len(memory.buffer))
log.error("two")
print("kept", len(memory.buffer))
records = queue.Queue()
log.removeHandler(memory)
log.addHandler(logging.handlers.QueueHandler(records))
log.info("via %s", "queue")
record = records.get()
print(record.msg, record.args)
listener = logging.handlers.QueueListener(records, target)
listener.start()
log.info("in a thread")
listener.stop()
# expect: log ['message 6', 'message 7', '']
# expect: log.1 ['message 4', 'message 5', '']
# expect: log.2 ['message 2', 'message 3', '']
# expect: kept 1
# expect: one
# expect: two
# expect: kept 0
# expect: via queue None
# expect: in a thread
