from collections import deque
from itertools import groupby


class Clears:
    def __init__(self, target, answer):
        self.target, self.answer = target, answer

    def __eq__(self, other):
        self.target.clear()
        return self.answer


for answer in True, False:
    items = deque("ab")
    items.append(Clears(items, answer))
    try:
        items.remove("c")
    except IndexError as error:
        print(error, items)


class Key:
    calls = 0

    def __init__(self, value):
        pass

    def __eq__(self, other):
        Key.calls += 1
        if Key.calls == 1:
            next(group, None)
        return True


group = next(groupby(range(10), Key))[1]
for _ in range(2):
    print(next(group, None))

# expect: deque mutated during iteration deque([])
# expect: deque mutated during iteration deque([])
# expect: 0
# expect: None
