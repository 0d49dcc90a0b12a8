from _run import together

table = dict.fromkeys(range(9000))
taken = [[] for _ in range(4)]

def work(number):
    try:
        while True:
            taken[number].append(table.popitem()[0])
            if (key := table.pop(len(taken[number]), "none")) is None:
                taken[number].append(len(taken[number]))
                taken[number].pop()
    except KeyError:
        pass

together(work)
print(table, len(set(sum(taken, []))) == len(sum(taken, [])))   # expect: {} True
