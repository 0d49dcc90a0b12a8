"""Objects that refer to each other never reach zero: the collector finds them.

Counting alone cannot free a cycle. The collector looks for objects that only other doomed objects refer to.
"""

import gc
import weakref


class Person:
    def __init__(self, name):
        self.name = name
        self.friend = None

    def __del__(self):
        print(f"    {self.name} is gone")


gc.disable()

print("1. Without a cycle, the count is enough:")
person = Person("Ann")
person = None

print("2. Two friends hold each other:")
ann, bob = Person("Ann"), Person("Bob")
ann.friend, bob.friend = bob, ann
watch = weakref.ref(ann)
ann = bob = None
print(f"    nobody can reach them, yet Ann is {'alive' if watch() else 'dead'}")

print("3. The collector frees both:")
gc.collect()
print(f"    now Ann is {'alive' if watch() else 'dead'}")

print("4. A weak reference does not keep its object, so it makes no cycle:")
ann, bob = Person("Ann"), Person("Bob")
ann.friend, bob.friend = bob, weakref.ref(ann)
ann = None
print("    Ann died without the collector; Bob is left")
bob = None

print("5. Left alone, the collector runs by itself when enough new objects are alive:")
gc.enable()


class Loop:
    def __init__(self):
        self.me = self


first = Loop()
watch = weakref.ref(first)
del first
while watch() is not None:
    Loop()
print("    the first loop was found, and nobody called gc.collect()")
