from _hammer import each

elements = set(range(20000))
taken = [[] for _ in range(4)]
added = set()


def work(number):
    mine = taken[number]
    for i in range(20000):
        if number == 0:
            try:
                elements.remove(i)
            except KeyError as error:
                assert error.args == (i,)
                continue
            mine.append(i)
        else:
            try:
                mine.append(elements.pop())
            except KeyError as error:
                assert str(error) == "'pop from an empty set'"
                break
    for i in range(8000):
        added.add(number * 8000 + i)
        added.add(("shared", i % 100))
        added.discard((number, i))


each(4, work)
print(elements, sorted(sum(taken, [])) == list(range(20000)), len(added))  # expect: set() True 32100
