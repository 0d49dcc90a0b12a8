import heapq
GRAPH = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"c": 10, "d": 15}, "c": {"d": 11, "f": 2}, "d": {"e": 6},
        "f": {"e": 9}, "e": {}}
def shortest(start, goal):
    queue, done = [(0, start, [])], {}
    while queue:
        cost, node, path = heapq.heappop(queue)
        if node in done: continue
        done[node] = cost
        path = path + [node]
        if node == goal: return cost, path
        for neighbour, weight in GRAPH[node].items():
            heapq.heappush(queue, (cost + weight, neighbour, path))
    return None
print(shortest("a", "e"), shortest("a", "d"), shortest("e", "a"))
# expect: (20, ['a', 'c', 'f', 'e']) (20, ['a', 'c', 'd']) None
