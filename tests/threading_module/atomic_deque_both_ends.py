from collections import deque
from _run import together

items = deque()
taken = []

def work(number):
    for n in range(2000):
        (items.append if number % 2 else items.appendleft)((number, n))
        taken.append((items.pop if n % 2 else items.popleft)())

together(work)
print(len(items), len(set(taken)))                   # expect: 0 8000
