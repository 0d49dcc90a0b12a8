from _hammer import each

items = list(range(40000))
taken = [[] for _ in range(4)]


def work(number):
    mine = taken[number]
    while True:
        try:
            mine.append(items.pop() if number % 2 else items.pop(-1))
        except IndexError as error:
            assert str(error) == "pop from empty list"
            return


each(4, work)
print(sorted(sum(taken, [])) == list(range(40000)), items)  # expect: True []
