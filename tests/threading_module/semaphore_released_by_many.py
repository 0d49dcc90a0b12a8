import threading

semaphore = threading.Semaphore(0)
got = []

def take():
    semaphore.acquire()
    got.append(1)

threads = [threading.Thread(target=take) for _ in range(9)]
for thread in threads:
    thread.start()
semaphore.release(4)
for thread in [threading.Thread(target=semaphore.release) for _ in range(5)]:
    thread.start()
for thread in threads:
    thread.join()
print(len(got), semaphore.acquire(False))            # expect: 9 False
