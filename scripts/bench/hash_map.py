"""A hash table with open addressing, written in Python."""

SIZE = 600_000


class HashMap:
    EMPTY = object()
    DELETED = object()

    def __init__(self):
        self.capacity = 8
        self.keys = [self.EMPTY] * self.capacity
        self.values = [None] * self.capacity
        self.used = 0
        self.length = 0

    def find(self, key):
        mask = self.capacity - 1
        slot = hash(key) * 2654435769 & mask
        free = -1
        while True:
            held = self.keys[slot]
            if held is self.EMPTY:
                return free if free >= 0 else slot
            if held is self.DELETED:
                if free < 0:
                    free = slot
            elif held == key:
                return slot
            slot = (slot + 1) & mask

    def __setitem__(self, key, value):
        if self.used * 3 >= self.capacity * 2:
            self.grow()
        slot = self.find(key)
        held = self.keys[slot]
        if held is self.EMPTY or held is self.DELETED:
            self.length += 1
            self.used += held is self.EMPTY
            self.keys[slot] = key
        self.values[slot] = value

    def __getitem__(self, key):
        slot = self.find(key)
        if self.keys[slot] is self.EMPTY or self.keys[slot] is self.DELETED:
            raise KeyError(key)
        return self.values[slot]

    def __delitem__(self, key):
        slot = self.find(key)
        if self.keys[slot] is self.EMPTY or self.keys[slot] is self.DELETED:
            raise KeyError(key)
        self.keys[slot] = self.DELETED
        self.values[slot] = None
        self.length -= 1

    def __len__(self):
        return self.length

    def grow(self):
        old = [(k, v) for k, v in zip(self.keys, self.values) if k is not self.EMPTY and k is not self.DELETED]
        self.capacity *= 2
        self.keys = [self.EMPTY] * self.capacity
        self.values = [None] * self.capacity
        self.used = self.length = 0
        for key, value in old:
            self[key] = value


def main():
    table = HashMap()
    for i in range(SIZE):
        table[i * 31] = i
    for i in range(0, SIZE, 4):
        del table[i * 31]
    total = missing = 0
    for i in range(SIZE):
        try:
            total += table[i * 31]
        except KeyError:
            missing += 1
    return len(table), total, missing


result = main()
if result != (SIZE * 3 // 4, sum(i for i in range(SIZE) if i % 4), SIZE // 4):
    raise SystemExit("wrong answer")
print("hash_map", *result)
