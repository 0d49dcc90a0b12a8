"""A ticket lock: draw a number, wait until it is called. Drawing must be one step; here a lock makes it one."""
#: expect count == 2 : both increments kept
#: forbid count != 2 : two in the critical section at once
import threading

drawing = threading.Lock()
next_ticket = 0
called = 0
count = 0


def work():
    global next_ticket, called, count
    with drawing:
        mine = next_ticket
        next_ticket = mine + 1
    while called != mine:
        pass
    count += 1
    called = mine + 1


threads = [threading.Thread(target=work), threading.Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
