import threading

barrier = threading.Barrier(3)
broken = []

def work():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        broken.append(barrier.broken)

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
barrier.abort()
for thread in threads:
    thread.join()
print(broken, barrier.broken, barrier.n_waiting)     # expect: [True, True] True 0
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("still broken")                            # expect: still broken
