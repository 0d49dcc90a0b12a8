"""A cache that forgets the least recently used: a dictionary and a doubly linked list."""

CAPACITY = 500
ROUNDS = 1_800_000


class Entry:
    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.before = self.after = self


class Cache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = {}
        self.ring = Entry()
        self.hits = self.misses = 0

    def unlink(self, entry):
        entry.before.after = entry.after
        entry.after.before = entry.before

    def link_first(self, entry):
        entry.before, entry.after = self.ring, self.ring.after
        self.ring.after.before = entry
        self.ring.after = entry

    def get(self, key, compute):
        entry = self.entries.get(key)
        if entry is not None:
            self.hits += 1
            self.unlink(entry)
            self.link_first(entry)
            return entry.value
        self.misses += 1
        if len(self.entries) >= self.capacity:
            oldest = self.ring.before
            self.unlink(oldest)
            del self.entries[oldest.key]
        entry = self.entries[key] = Entry(key, compute(key))
        self.link_first(entry)
        return entry.value


def main():
    cache = Cache(CAPACITY)
    state, total = 1, 0
    for _ in range(ROUNDS):
        state = (state * 69069 + 1) % 4294967296
        key = (state >> 12) % 300 if state & 4096 else (state >> 12) % 2000
        total += cache.get(key, lambda number: number * number)
    return cache.hits, cache.misses, total


result = main()
if result != (1174895, 625105, 1224394594905):
    raise SystemExit("wrong answer")
print("lru_cache", *result)
