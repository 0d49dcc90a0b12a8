"""Every object counts who refers to it, and dies the moment nobody does.

That is why the lock exists: the count is a field that every thread writes. Here one thread watches it work.
"""

import sys


class Lamp:
    def __init__(self, name):
        self.name = name
        print(f"    {name} is lit")

    def __del__(self):
        print(f"    {self.name} goes out")


print("1. A name is a reference. Rebinding the only name kills the object at once:")
lamp = Lamp("first")
lamp = Lamp("second")

print("2. A second name keeps it alive:")
other = lamp
del lamp
print(f"    still there: {other.name}")
del other

print("3. So does a container, until the place in it is overwritten:")
shelf = [Lamp("third"), Lamp("fourth")]
shelf[0] = None
print("    the shelf is cleared")
shelf.clear()

print("4. A local variable ends with its function:")


def visit():
    guest = Lamp("fifth")
    print("    inside the function")


visit()
print("    after the function")

print("5. A value nobody keeps dies before the next line:")
Lamp("sixth")

print("6. The count itself:")
thing = []
before = sys.getrefcount(thing)
again = thing
kept = [thing, thing]
print(f"    three more references, the count grew by {sys.getrefcount(thing) - before}")
del again
kept.clear()
print(f"    all dropped again, it grew by {sys.getrefcount(thing) - before}")
