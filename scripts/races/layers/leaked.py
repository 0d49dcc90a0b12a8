"""Two threads take and drop references to the same objects. Where counting is not protected, counts go wrong in both
directions: an object dies too early, or never.

    gillab run --lock none --stats scripts/races/layers/leaked.py
"""
#: expect alive == 0 : all are gone when the last name is
import sys
import threading

rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
alive = 0


class Lamp:
    def __init__(self):
        global alive
        alive += 1

    def __del__(self):
        global alive
        alive -= 1


lamps = [Lamp() for _ in range(8)]
begin = threading.Barrier(2)


def hold():
    begin.wait()
    for i in range(rounds):
        lamp = lamps[i & 7]
        other = lamp
        del lamp, other


threads = [threading.Thread(target=hold) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
lamps.clear()
print("alive:", alive)
