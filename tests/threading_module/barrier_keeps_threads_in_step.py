import threading

log = []
barrier = threading.Barrier(4)

def work(number):
    for step in range(25):
        log.append(step)
        barrier.wait()

threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(log == [step for step in range(25) for _ in range(4)])    # expect: True
