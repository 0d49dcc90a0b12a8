import queue

class Unique(queue.Queue):
    def _init(self, maxsize):
        self.queue = set()

    def _put(self, item):
        self.queue.add(item)

    def _get(self):
        item = min(self.queue)
        self.queue.remove(item)
        return item

q = Unique(3)
for n in (5, 1, 5, 1):
    q.put(n)
print(q.qsize(), q.full(), q.get(), q.get(), q.empty())    # expect: 2 False 1 5 True
