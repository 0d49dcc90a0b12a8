from collections import deque

from _hammer import each

items = deque()
taken = [[] for _ in range(4)]


def work(number):
    if number < 2:
        for i in range(20000):
            if i % 2:
                items.append(number * 20000 + i)
            else:
                items.appendleft(number * 20000 + i)
            if i % 500 == 0:
                items.rotate(3)
                items.reverse()
        return
    while len(taken[number]) < 20000:
        try:
            taken[number].append(items.pop() if number == 2 else items.popleft())
        except IndexError as error:
            assert str(error) == "pop from an empty deque"


each(4, work)
print(items, sorted(sum(taken, [])) == list(range(40000)))  # expect: deque([]) True
