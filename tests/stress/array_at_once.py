from array import array

from _hammer import beside

numbers = array("q", [7] * 8)
log = array("i")


def write(number):
    for i in range(1500):
        log.append(number)
        log.extend([number] * 3)
        log.extend(array("i", [number] * 2))
        try:
            numbers[i % 20] = 7
            numbers.insert(2, 7)
            numbers.pop()
            numbers[1:3] = array("q", [7] * 6)
            del numbers[2:9]
            numbers.fromlist([7, 7])
            numbers.remove(7)
        except (IndexError, ValueError):
            pass
        numbers.reverse()


def read():
    assert set(numbers) <= {7}
    assert set(numbers.tolist()) <= {7}
    numbers.count(7), numbers.tobytes(), numbers == log, numbers + numbers, repr(numbers), 7 in numbers
    for item in numbers:
        assert item == 7
    set(log) <= {0, 1}


beside([lambda: write(0), lambda: write(1)], [read, read])
print(len(log), log.count(0))  # expect: 18000 9000
