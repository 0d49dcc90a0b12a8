from _run import together

items = list(range(12000))
taken = [[] for _ in range(4)]

def work(number):
    while True:
        try:
            taken[number].append(items.pop())
        except IndexError:
            return

together(work)
print(sorted(sum(taken, [])) == list(range(12000)), items)   # expect: True []
