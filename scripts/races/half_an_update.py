"""A pair of values that belong together, changed in two steps: a reader in between sees half of the update."""
#: show seen
#: expect seen in {(0, 0), (1, 1)} : before or after
#: interesting seen == (1, 0) : the new x with the old y
#: forbid seen == (0, 1) : x is written first, and read last
import threading


class Point:
    def __init__(self):
        self.x = 0
        self.y = 0


point = Point()
seen = None


def move():
    point.x = 1
    point.y = 1


def look():
    global seen
    y = point.y
    x = point.x
    seen = (x, y)


threads = [threading.Thread(target=move), threading.Thread(target=look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen)
