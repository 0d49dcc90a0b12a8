"""Exceptions: raising and catching through calls, finally, try blocks that never fail."""

ROUNDS = 2_600_000


class TooLarge(Exception):
    def __init__(self, value):
        super().__init__(value)
        self.value = value


def check(value):
    if value % 5 == 0:
        raise TooLarge(value)
    return value


def guarded(value):
    try:
        return check(value)
    except ValueError:
        return 0


def main():
    caught = passed = closed = missing = 0
    table = {i: i for i in range(0, 1000, 2)}
    for i in range(ROUNDS):
        try:
            passed += guarded(i)
        except TooLarge as error:
            caught += error.value
        finally:
            closed += 1
        try:
            passed += table[i % 1000]
        except KeyError:
            missing += 1
    return caught, passed, closed, missing


result = main()
if result != (675998700000, 2704648700000, 2600000, 1300000):
    raise SystemExit("wrong answer")
print("exceptions", *result)
