# A sort that calls Python leaves an empty list to others meanwhile; changing it then is a ValueError and changes nothing.
from _hammer import together

items = list(range(200))


class Number:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


numbers = [Number(i * 7 % 100) for i in range(100)]


def sort():
    for i in range(60):
        try:
            items.sort(key=lambda item: -item)
        except ValueError as error:
            assert str(error) == "list modified during sort"
        try:
            numbers.sort()
        except ValueError as error:
            assert str(error) == "list modified during sort"


def meddle():
    for i in range(2000):
        items.append(-1)
        try:
            items.remove(-1)
        except ValueError:
            pass
        len(numbers)
        for number in numbers:
            number.value


together(sort, sort, meddle)
print(len(set(items) - {-1}), len(numbers))  # expect: 200 100
