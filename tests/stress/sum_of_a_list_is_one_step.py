from _hammer import each

numbers = list(range(300))
flags = [True] * 300
wrong = []


def turn_round():
    for _ in range(400):
        numbers.reverse()
        numbers[:] = numbers[::-1]
        flags[:] = flags[::-1]


def add_up():
    for _ in range(400):
        found = sum(numbers), min(numbers), max(numbers), all(flags)
        if found != (44850, 0, 299, True):
            wrong.append(found)


each(4, lambda number: turn_round() if number % 2 else add_up())
print(wrong)  # expect: []
