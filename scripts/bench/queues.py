"""deque: a breadth-first search over a grid, a sliding window, rotation."""
from collections import deque

SIZE = 120
ROUNDS = 44


def distances(size):
    seen = {(0, 0): 0}
    waiting = deque([(0, 0)])
    while waiting:
        x, y = waiting.popleft()
        distance = seen[x, y] + 1
        for step in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if 0 <= step[0] < size and 0 <= step[1] < size and step not in seen and step[0] * step[1] % 7 != 3:
                seen[step] = distance
                waiting.append(step)
    return max(seen.values()), len(seen)


def window_maxima(values, width):
    window = deque()
    found = []
    for place, value in enumerate(values):
        while window and values[window[-1]] <= value:
            window.pop()
        window.append(place)
        if window[0] <= place - width:
            window.popleft()
        found.append(values[window[0]])
    return sum(found)


def josephus(count, step):
    circle = deque(range(count))
    while len(circle) > 1:
        circle.rotate(1 - step)
        circle.popleft()
    return circle[0]


def main():
    total = 0
    for round_number in range(ROUNDS):
        farthest, reached = distances(SIZE)
        values = [(number * 7919) % 1009 for number in range(20000)]
        total += farthest + reached + window_maxima(values, 50) + josephus(3000, 7)
    return total


total = main()
if total != 876188280:
    raise SystemExit(f"wrong answer {total}")
print("queues", total)
