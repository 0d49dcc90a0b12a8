import threading

gate = threading.Event()
target = threading.Thread(target=gate.wait)
target.start()
seen = []

def wait_for_it():
    target.join()
    seen.append(target.is_alive())

joiners = [threading.Thread(target=wait_for_it) for _ in range(8)]
for joiner in joiners:
    joiner.start()
gate.set()
for joiner in joiners:
    joiner.join()
print(seen == [False] * 8)                           # expect: True
