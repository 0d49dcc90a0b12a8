from _run import together

table = {}
winners = [[] for _ in range(4)]

def work(number):
    for key in range(3000):
        if table.setdefault(key, number) == number:
            winners[number].append(key)

together(work)
print(len(table), sorted(sum(winners, [])) == list(range(3000)))   # expect: 3000 True
