# A global that is deleted and made again: who reads it gets a value or a NameError, nothing else.
from _hammer import together

ROUNDS = 150000
thing = ["there"]


def delete():
    global thing
    for _ in range(ROUNDS):
        del thing
        thing = ["there"]


def read():
    found = missed = 0
    for _ in range(ROUNDS):
        try:
            assert thing == ["there"]
            found += 1
        except NameError:
            missed += 1
    assert found + missed == ROUNDS


together(delete, read, read)
print(thing)  # expect: ['there']
