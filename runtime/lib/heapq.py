"""Priority queues in lists: heap[0] is the smallest item, and heap[k] <= heap[2*k+1], heap[2*k+2]."""
from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop,
                    heapreplace)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    """The items of several sorted iterables, sorted."""
    sift, pop, replace = ((_heapify_max, _heappop_max, _heapreplace_max) if reverse
                          else (heapify, heappop, heapreplace))
    direction = -1 if reverse else 1
    heap = []
    for order, iterable in enumerate(map(iter, iterables)):
        for value in iterable:
            heap.append([value if key is None else key(value), order * direction, value, iterable.__next__])
            break
    sift(heap)
    while len(heap) > 1:
        try:
            while True:
                _, _, value, step = entry = heap[0]
                yield value
                entry[2] = value = step()
                entry[0] = value if key is None else key(value)
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        _, _, value, step = heap[0]
        yield value
        yield from step.__self__


def _best(n, iterable, key, sift, replace, direction, is_better):
    """The n best of an iterable, sorted: a heap holds them with the worst on top."""
    order = 0
    heap = []
    source = iter(iterable)
    for value in source:
        heap.append((value if key is None else key(value), order, value))
        order += direction
        if len(heap) == n:
            break
    if not heap:
        return heap
    sift(heap)
    worst = heap[0][0]
    for value in source:
        rank = value if key is None else key(value)
        if is_better(rank, worst):
            replace(heap, (rank, order, value))
            worst = heap[0][0]
            order += direction
    heap.sort(reverse=direction < 0)
    return [value for _, _, value in heap]


def nsmallest(n, iterable, key=None):
    """The n smallest items: like sorted(iterable, key=key)[:n]."""
    if n == 1:
        return _only(min, iterable, key)
    try:
        if n >= len(iterable):
            return sorted(iterable, key=key)[:n]
    except (TypeError, AttributeError):
        pass
    if n <= 0:
        return []
    return _best(n, iterable, key, _heapify_max, _heapreplace_max, 1, lambda rank, worst: rank < worst)


def nlargest(n, iterable, key=None):
    """The n largest items: like sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        return _only(max, iterable, key)
    try:
        if n >= len(iterable):
            return sorted(iterable, key=key, reverse=True)[:n]
    except (TypeError, AttributeError):
        pass
    if n <= 0:
        return []
    return _best(n, iterable, key, heapify, heapreplace, -1, lambda rank, worst: worst < rank)


def _only(choose, iterable, key):
    nothing = object()
    found = choose(iterable, default=nothing, key=key)
    return [] if found is nothing else [found]
