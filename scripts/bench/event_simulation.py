"""A simulation of a bank's queue: events in a heap, customers and tellers as objects."""

import heapq

CUSTOMERS = 600_000
TELLERS = 4


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1664525 + 1013904223) % 4294967296
        return (self.state >> 8) % limit


class Customer:
    def __init__(self, number, arrival):
        self.number = number
        self.arrival = arrival
        self.waited = 0


class Bank:
    def __init__(self, tellers):
        self.free = tellers
        self.queue = []
        self.served = 0
        self.total_wait = 0
        self.head = 0

    def arrive(self, customer, now, events, random):
        self.queue.append(customer)
        self.start_service(now, events, random)

    def leave(self, now, events, random):
        self.free += 1
        self.served += 1
        self.start_service(now, events, random)

    def start_service(self, now, events, random):
        while self.free and self.head < len(self.queue):
            customer = self.queue[self.head]
            self.head += 1
            customer.waited = now - customer.arrival
            self.total_wait += customer.waited
            self.free -= 1
            heapq.heappush(events, (now + 20 + random.below(40), customer.number, "leave"))


def main():
    random, bank, events = Random(7), Bank(TELLERS), []
    heapq.heappush(events, (0, 0, "arrive"))
    arrived = 0
    while events:
        now, number, kind = heapq.heappop(events)
        if kind == "arrive":
            bank.arrive(Customer(number, now), now, events, random)
            arrived += 1
            if arrived < CUSTOMERS:
                heapq.heappush(events, (now + 1 + random.below(20), arrived, "arrive"))
        else:
            bank.leave(now, events, random)
    return bank.served, bank.total_wait, now


result = main()
if result != (600000, 16419238, 6295579):
    raise SystemExit("wrong answer")
print("event_simulation", *result)
