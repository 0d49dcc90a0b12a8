"""One thread replaces an object again and again, the other looks at whatever is there.

Looking takes a reference: read the place, then count. If the last reference goes in between, the count goes up in memory
that is free already. The layers `gil`, `object` and `naive` never let that happen; `none` does, and `--guard` says who
freed what and who touched it:

    gillab run --lock none --guard scripts/races/layers/freed_too_early.py
"""
#: expect strange == 0 : who looks sees a whole object, an old one or a new one
import sys
import threading

rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000


class Pair:
    def __init__(self, number):
        self.number = number
        self.double = 2 * number


box = [Pair(0)]
strange = 0
begin = threading.Barrier(2)


def replace():
    begin.wait()
    for i in range(rounds):
        box[0] = Pair(i)


def look():
    global strange
    begin.wait()
    for _ in range(rounds):
        pair = box[0]
        if pair.double != 2 * pair.number:
            strange += 1


threads = [threading.Thread(target=replace), threading.Thread(target=look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("strange:", strange)
