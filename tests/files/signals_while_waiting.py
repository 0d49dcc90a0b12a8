# A handler that raises ends the wait; one that does not lets it go on.
import _thread, os, select, signal, socket, subprocess
class Alarm(Exception):
    pass
def start_clock():
    signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)  # again and again: one that comes just before the wait is not enough
def stop_clock():
    signal.setitimer(signal.ITIMER_REAL, 0)
def ring(number, frame):
    stop_clock()
    raise Alarm
signal.signal(signal.SIGALRM, ring)
a, b = socket.socketpair()
reader, writer = os.pipe()
server = socket.create_server(("127.0.0.1", 0))
poller = select.poll()
poller.register(reader)
child = subprocess.Popen(["sleep", "30"])
stream = open(reader, "rb", closefd=False)
waits = {
    "os.read": lambda: os.read(reader, 1), "file": lambda: stream.read(1), "recv": lambda: a.recv(1),
    "accept": server.accept, "select": lambda: select.select([a], [], []), "poll": poller.poll,
    "sendall": lambda: a.sendall(b"x" * 10_000_000), "wait": child.wait, "waitpid": lambda: os.waitpid(child.pid, 0),
}
for name, wait in waits.items():
    try:
        start_clock()
        wait()
        print(name, "ended")
    except Alarm:
        print(name, "interrupted")
child.kill()
child.wait()
seen = []
signal.signal(signal.SIGALRM, lambda number, frame: (stop_clock(), seen.append(1), os.write(writer, b"y")))
start_clock()
print(stream.read(1), len(seen))
start_clock()
print(os.read(reader, 1), len(seen))
# expect: os.read interrupted
# expect: file interrupted
# expect: recv interrupted
# expect: accept interrupted
# expect: select interrupted
# expect: poll interrupted
# expect: sendall interrupted
# expect: wait interrupted
# expect: waitpid interrupted
# expect: b'y' 1
# expect: b'y' 2
