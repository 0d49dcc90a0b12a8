# Objects that threads hand to each other are finalized once each, whoever holds them last, some by way of a cycle.
import gc
from _hammer import each

finalized = []


class Thing:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        finalized.append(self.number)


places = [None] * 64


def work(number):
    for i in range(3000):
        thing = Thing(number * 3000 + i)
        if i % 5 == 0:
            thing.itself = thing
        k = (i * 31 + number) % 64
        places[k], other = thing, places[k]
        del thing, other
        if i % 1000 == 0:
            gc.collect()


each(4, work)
places.clear()
gc.collect()
print(len(finalized), sorted(finalized) == list(range(12000)))  # expect: 12000 True
