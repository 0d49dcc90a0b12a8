"""Check, then act: one ticket is left, and two customers look before either buys. Both see it, both get it."""
#: expect len(sold) == 1 and tickets == 0 : one ticket, one buyer
#: interesting len(sold) == 2 : between the look and the sale the other one looked too
#: forbid not sold : the first who looks always sees the ticket
import threading

tickets = 1
sold = []


def buy(customer):
    global tickets
    if tickets > 0:
        tickets -= 1
        sold.append(customer)


threads = [threading.Thread(target=buy, args=(name,)) for name in ("Ann", "Bob")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(sold), "tickets left:", tickets)
