import threading

started = threading.Event()

def spin():
    n = 0
    while True:
        n += 1
        if n == 1000:
            started.set()

for _ in range(3):
    threading.Thread(target=spin, daemon=True).start()
started.wait()
print("main ends")                                   # expect: main ends
