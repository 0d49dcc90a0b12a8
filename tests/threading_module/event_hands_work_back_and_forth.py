import threading

ping, pong = threading.Event(), threading.Event()
log = []

def other():
    for n in range(50):
        ping.wait()
        ping.clear()
        log.append(("pong", n))
        pong.set()

thread = threading.Thread(target=other)
thread.start()
for n in range(50):
    log.append(("ping", n))
    ping.set()
    pong.wait()
    pong.clear()
thread.join()
print(log == [(word, n) for n in range(50) for word in ("ping", "pong")])   # expect: True
