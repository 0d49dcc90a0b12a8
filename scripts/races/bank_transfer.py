"""A bank that moves money between two accounts in two steps each: money can be made and lost.

Every transfer keeps the sum, and still the sum can change: two transfers that run at the same time read the same
balance, and the write of one undoes the write of the other.
"""
#: expect sum(accounts.values()) == 200 : no money made, none lost
#: interesting sum(accounts.values()) > 200 : a withdrawal was overwritten, the bank pays
#: interesting sum(accounts.values()) < 200 : a deposit was overwritten, a customer pays
import threading

accounts = {"Ann": 100, "Bob": 100}


def transfer(source, target, amount):
    accounts[source] -= amount
    accounts[target] += amount


threads = [threading.Thread(target=transfer, args=("Ann", "Bob", 30)),
           threading.Thread(target=transfer, args=("Bob", "Ann", 50))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(accounts, "in all", sum(accounts.values()))
