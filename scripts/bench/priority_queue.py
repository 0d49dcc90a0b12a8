"""A binary heap written in Python, used for shortest paths on a grid."""

SIZE = 580


class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        items = self.items
        items.append(item)
        child = len(items) - 1
        while child > 0:
            parent = (child - 1) // 2
            if items[parent] <= items[child]:
                break
            items[parent], items[child] = items[child], items[parent]
            child = parent

    def pop(self):
        items = self.items
        top, last = items[0], items.pop()
        if items:
            items[0] = last
            self.sink(0)
        return top

    def sink(self, parent):
        items, size = self.items, len(self.items)
        while True:
            child = 2 * parent + 1
            if child >= size:
                return
            if child + 1 < size and items[child + 1] < items[child]:
                child += 1
            if items[parent] <= items[child]:
                return
            items[parent], items[child] = items[child], items[parent]
            parent = child

    def __bool__(self):
        return bool(self.items)


def cost(x, y):
    return 1 + (x * 7 + y * 13 + x * y) % 10


def shortest_path(size):
    distances = {(0, 0): 0}
    heap = Heap()
    heap.push((0, 0, 0))
    while heap:
        distance, x, y = heap.pop()
        if (x, y) == (size - 1, size - 1):
            return distance, len(distances)
        if distance > distances[x, y]:
            continue
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            nx, ny = x + dx, y + dy
            if 0 <= nx < size and 0 <= ny < size:
                candidate = distance + cost(nx, ny)
                if candidate < distances.get((nx, ny), 1 << 60):
                    distances[nx, ny] = candidate
                    heap.push((candidate, nx, ny))


result = shortest_path(SIZE)
if result != (4867, 336400):
    raise SystemExit("wrong answer")
print("priority_queue", *result)
