# Two threads that ask at the same time get one computation.
import threading
from functools import cached_property

started = threading.Event()
go_on = threading.Event()


class Item:
    computed = 0

    @cached_property
    def price(self):
        Item.computed += 1
        started.set()
        go_on.wait()
        return Item.computed


item = Item()
prices = []
first = threading.Thread(target=lambda: prices.append(item.price))
second = threading.Thread(target=lambda: prices.append(item.price))
first.start()
started.wait()
second.start()
go_on.set()
first.join()
second.join()
print(prices, Item.computed)
# expect: [1, 1] 1
