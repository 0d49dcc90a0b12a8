"""Check, then act: two steps that look like one.

The script plays a shop with one ticket left and two customers, in every order in which their steps can fall.
It uses generators in place of threads, so the result is the same at every run.
"""

from itertools import permutations


class Shop:
    def __init__(self):
        self.tickets = 1
        self.sold = []


def buy(shop, customer):
    if shop.tickets > 0:
        yield "saw a ticket"
        shop.tickets -= 1
        shop.sold.append(customer)
        yield "bought it"
    else:
        yield "saw none"
        yield "left"


def buy_in_one_step(shop, customer):
    if shop.tickets > 0:
        shop.tickets -= 1
        shop.sold.append(customer)
    yield "done"
    yield "left"


def outcomes(customer_steps):
    counts = {}
    for order in sorted(set(permutations("AABB"))):
        shop = Shop()
        customers = {name: customer_steps(shop, name) for name in "AB"}
        for name in order:
            next(customers[name])
        outcome = f"{len(shop.sold)} sold, {shop.tickets} left"
        counts[outcome] = counts.get(outcome, 0) + 1
    return counts


print("Check and act apart:")
for outcome, count in sorted(outcomes(buy).items()):
    print(f"    {count} orders of 6: {outcome}")
print("Check and act as one step, as under a lock:")
for outcome, count in sorted(outcomes(buy_in_one_step).items()):
    print(f"    {count} orders of 6: {outcome}")
