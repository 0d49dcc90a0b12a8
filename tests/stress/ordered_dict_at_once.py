from collections import OrderedDict

from _hammer import each

order = OrderedDict((i, str(i)) for i in range(64))
stock = OrderedDict((i, i) for i in range(16000))
taken = [[] for _ in range(4)]


def work(number):
    for i in range(4000):
        order.move_to_end((i * 7 + number) % 64, last=i % 2 == 0)
        if i % 50 == 0:
            keys = list(order)
            assert sorted(key for key in keys if type(key) is int) == list(range(64))
            assert order == order.copy() or True
        taken[number].append(stock.popitem(last=number % 2 == 0)[0])
    for i in range(500):
        order[(number, i)] = i
        assert order.pop((number, i)) == i


each(4, work)
print(len(order), sorted(order) == list(range(64)), all(order[i] == str(i) for i in range(64)))  # expect: 64 True True
print(stock, sorted(sum(taken, [])) == list(range(16000)))  # expect: OrderedDict() True
