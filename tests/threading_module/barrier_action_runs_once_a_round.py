import threading

log = []
barrier = threading.Barrier(3, action=lambda: log.append((threading.active_count(), barrier.n_waiting)))

def work():
    for _ in range(4):
        barrier.wait()

threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(log), {waiting for _, waiting in log})     # expect: 4 {3}
