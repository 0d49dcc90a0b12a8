import threading

def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n

found = []
threads = [threading.Thread(target=lambda: found.append(depth(0) > 800)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(found, depth(0) > 800)                         # expect: [True, True, True] True
