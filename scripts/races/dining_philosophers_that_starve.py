"""The same table, but each takes the left fork first: when all hold one, nobody ever gets the second.

This script can hang. An ordinary run hardly ever does, because a meal is short; that is what makes deadlocks nasty.
"""
#: expect meals == [1] * len(forks) : everybody has eaten
import threading

forks = [threading.Lock() for _ in range(3)]
meals = [0] * len(forks)


def dine(seat):
    with forks[seat]:
        with forks[(seat + 1) % len(forks)]:
            meals[seat] += 1


threads = [threading.Thread(target=dine, args=(seat,)) for seat in range(len(forks))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(meals)
