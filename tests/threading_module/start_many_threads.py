import threading

total = 0
lock = threading.Lock()

def work(n):
    global total
    with lock:
        total += n

for _ in range(5):
    threads = [threading.Thread(target=work, args=(n,)) for n in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print(total, threading.active_count())               # expect: 24750 1
