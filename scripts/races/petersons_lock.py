"""Peterson's lock: two flags and a turn, no lock of the system. It is right here, because Python's threads see each
other's writes in order. On processors with weaker memory the same program in C fails without fences: what is proved
here is proved for the order in which instructions run, not for such machines.
"""
#: expect count == 2 : both increments kept
#: forbid count != 2 : two in the critical section at once
import threading

wants = [False, False]
turn = 0
count = 0


def work(me):
    global turn, count
    other = 1 - me
    wants[me] = True
    turn = other
    while wants[other] and turn == other:
        pass
    count += 1
    wants[me] = False


threads = [threading.Thread(target=work, args=(me,)) for me in (0, 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
