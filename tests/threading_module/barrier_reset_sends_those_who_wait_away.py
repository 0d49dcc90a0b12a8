import threading

barrier = threading.Barrier(2)
about_to_wait = threading.Event()
broken = []

def work():
    try:
        about_to_wait.set()
        barrier.wait()
    except threading.BrokenBarrierError:
        broken.append(True)

thread = threading.Thread(target=work)
thread.start()
about_to_wait.wait()
while barrier.n_waiting == 0:
    pass
barrier.reset()
thread.join()
print(broken, barrier.broken, barrier.n_waiting)     # expect: [True] False 0
thread = threading.Thread(target=barrier.wait)
thread.start()
barrier.wait()
thread.join()
print("used again")                                  # expect: used again
