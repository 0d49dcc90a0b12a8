import threading

semaphore = threading.Semaphore(3)
lock = threading.Lock()
inside = most = 0
first_three = threading.Barrier(3)

def work(number):
    global inside, most
    with semaphore:
        with lock:
            inside += 1
            most = max(most, inside)
            first = len(seen) < 3
            seen.append(number)
        if first:
            first_three.wait()
        with lock:
            inside -= 1

seen = []
threads = [threading.Thread(target=work, args=(n,)) for n in range(12)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(most, inside, sorted(seen) == list(range(12)))     # expect: 3 0 True
