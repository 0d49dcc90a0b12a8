"""A mistake that shows only if the threads take turns at four particular places: who tries one or two switches, as most
tools do, finds nothing and calls the script right.
"""
#: show reached
#: expect not reached : what nearly always happens
#: interesting reached : four switches in the right places
import threading

step = 0
reached = False


def even():
    global step
    if step == 0:
        step = 1
    if step == 2:
        step = 3
    if step == 4:
        step = 5


def odd():
    global step, reached
    if step == 1:
        step = 2
    if step == 3:
        step = 4
    if step == 5:
        reached = True


threads = [threading.Thread(target=even), threading.Thread(target=odd)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(reached)
