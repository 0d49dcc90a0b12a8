# What all threads have counted is again an ordinary object when they are gone: it ends with its last name, not later.
from _hammer import each

ended = []


class Lamp:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        ended.append(self.number)


lamps = [Lamp(number) for number in range(8)]


def hold(number):
    for i in range(40_000):
        lamp = lamps[(i + number) & 7]
        other = lamp
        del lamp, other


for times in range(3):
    each(2, hold)
    lamps[times] = None
    print(ended)
# expect: [0]
# expect: [0, 1]
# expect: [0, 1, 2]
lamps.clear()
print(sorted(ended))  # expect: [0, 1, 2, 3, 4, 5, 6, 7]
