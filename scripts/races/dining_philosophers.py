"""Philosophers at a round table, with one fork between each two: who eats needs both.

If each took the left fork first, all could hold one and wait for the other for ever. Here each takes the fork with
the lower number first, so somebody always finds the second one free: no cycle of waiting can close.
"""
#: expect meals == [1] * len(forks) : everybody has eaten
#: forbid meals != [1] * len(forks) : nobody starves, nobody eats twice
import threading

forks = [threading.Lock() for _ in range(3)]
meals = [0] * len(forks)


def dine(seat):
    first, second = sorted((seat, (seat + 1) % len(forks)))
    with forks[first]:
        with forks[second]:
            meals[seat] += 1


threads = [threading.Thread(target=dine, args=(seat,)) for seat in range(len(forks))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(meals)
