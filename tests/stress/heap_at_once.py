# Items that are compared without Python code: each function of heapq is one step.
import heapq

from _hammer import each

heap = []
taken = [[] for _ in range(4)]
scores = [(i * 7919 % 1000, f"item {i}") for i in range(200)]
heapq.heapify(scores)


def work(number):
    if number < 2:
        for i in range(5000):
            heapq.heappush(heap, (i * 31 + number * 17) % 5000 * 2 + number)
            heapq.heapreplace(scores, heapq.heappushpop(scores, scores[0]))
        return
    while len(taken[number]) < 5000:
        try:
            taken[number].append(heapq.heappop(heap))
        except IndexError:
            pass


each(4, work)
expected = sorted((i * 31 + n * 17) % 5000 * 2 + n for n in range(2) for i in range(5000))
print(heap, sorted(taken[2] + taken[3]) == expected)  # expect: [] True
print(len(scores), all(scores[(i - 1) // 2] <= scores[i] for i in range(1, 200)))  # expect: 200 True
