import heapq
h = []
for n in (5, 1, 8, 3, 9, 2): heapq.heappush(h, n)
print([heapq.heappop(h) for _ in range(6)])  # expect: [1, 2, 3, 5, 8, 9]
x = [9, 5, 7, 1]
heapq.heapify(x)
print(x[0], heapq.heappushpop(x, 0), heapq.heapreplace(x, 4), heapq.nlargest(2, [1, 5, 3]))  # expect: 1 0 1 [5, 3]
print(heapq.nsmallest(2, [4, 2, 8]), list(heapq.merge([1, 4], [2, 3])))  # expect: [2, 4] [1, 2, 3, 4]
