VALUE = 7
_count = 0


def double(x):
    return x * 2


def counter():
    global _count
    _count += 1
    return _count


def read_value():
    return VALUE


def fail():
    raise ValueError("in the helper")
