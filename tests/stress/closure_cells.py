# Variables that closures of several threads share: no value is torn, freed early or made up.
from _hammer import together

ROUNDS = 300000


def make():
    value = ("start", 0)

    def put(i):
        nonlocal value
        value = ("put", i)

    def get():
        return value

    return put, get


def clear_and_set():
    content = [1]

    def drop():
        nonlocal content
        for i in range(ROUNDS):
            del content
            content = [i]

    def look():
        for _ in range(ROUNDS):
            try:
                assert type(content) is list and len(content) == 1
            except NameError:
                pass

    return drop, look


put, get = make()


def writer():
    for i in range(ROUNDS):
        put(i)


def reader():
    for _ in range(ROUNDS):
        kind, number = get()
        assert kind in ("start", "put") and 0 <= number < ROUNDS


together(writer, reader, writer, reader)
drop, look = clear_and_set()
together(drop, look, look)
print(get())  # expect: ('put', 299999)
