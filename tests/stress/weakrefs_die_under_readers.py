# A weak reference gives its object or None, and calls back once, whoever drops the object.
import gc
import weakref
from _hammer import each


class Thing:
    def __init__(self, number):
        self.number = number


calls, shared, table = [], [None] * 50, weakref.WeakValueDictionary()


def work(number):
    for i in range(4000):
        k = (i * 7 + number) % 50
        if number < 2:
            thing = Thing(k)
            shared[k] = (thing, weakref.ref(thing, calls.append))
            table[k] = thing
            assert weakref.ref(thing)() is thing
            del thing
        else:
            pair = shared[k]
            reference = pair and pair[1]
            del pair
            thing = reference and reference()
            assert thing is None or thing.number == k
            other = table.get(k)
            assert other is None or other.number == k
            if thing is not None:
                again = weakref.ref(thing)
                assert again() is thing and again is weakref.ref(thing)
            del thing, other


each(4, work)
shared.clear()
gc.collect()  # what many threads have counted may go a little later
print(len(calls) <= 8000, len(set(map(id, calls))) == len(calls), all(call() is None for call in calls), len(table))
# expect: True True True 0
