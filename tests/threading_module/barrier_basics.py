import re
import threading

barrier = threading.Barrier(3)
show = lambda thing: print(re.sub(r"0x[0-9a-f]+", "ADDRESS", repr(thing)))
show(barrier)                                        # expect: <threading.Barrier at ADDRESS: waiters=0/3>
print(barrier.parties, barrier.n_waiting, barrier.broken)    # expect: 3 0 False
numbers = []
rounds = 20

def work():
    for _ in range(rounds):
        numbers.append(barrier.wait())

threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([numbers.count(n) for n in (0, 1, 2)])         # expect: [20, 20, 20]
show(barrier)                                        # expect: <threading.Barrier at ADDRESS: waiters=0/3>
print(threading.Barrier(1).wait())                   # expect: 0
