"""The bank with a lock for each account. Both locks are taken in one order, by name, whichever way the money goes:
two transfers against each other can then wait for each other, but never both at the same time.
"""
#: expect accounts == {"Ann": 120, "Bob": 80} : both transfers happened, each in one piece
#: forbid sum(accounts.values()) != 200 : the locks let nobody see half a transfer
import threading

accounts = {"Ann": 100, "Bob": 100}
locks = {name: threading.Lock() for name in accounts}


def transfer(source, target, amount):
    first, second = sorted((source, target))
    with locks[first], locks[second]:
        accounts[source] -= amount
        accounts[target] += amount


threads = [threading.Thread(target=transfer, args=("Ann", "Bob", 30)),
           threading.Thread(target=transfer, args=("Bob", "Ann", 50))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(accounts, "in all", sum(accounts.values()))
