# An __index__ that empties the bytearray it is used on: what follows must see the new length.
class Clearing:
    def __init__(self, array, value):
        self.array, self.value = array, value

    def __index__(self):
        self.array.clear()
        return self.value


def attempt(action):
    array = bytearray(b"0123456789" * 100)
    try:
        print(action(array, Clearing(array, 500)))
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)


def store(array, index):
    array[index] = 1


def delete(array, index):
    del array[index]


def store_slice(array, index):
    array[index:900] = b"xyz"
    return array


attempt(lambda array, index: array[index])  # expect: IndexError bytearray index out of range
attempt(lambda array, index: array[index:900])  # expect: bytearray(b'')
attempt(lambda array, index: array.pop(index))  # expect: IndexError pop from empty bytearray
attempt(store)  # expect: IndexError bytearray index out of range
attempt(delete)  # expect: IndexError bytearray index out of range
attempt(store_slice)  # expect: bytearray(b'xyz')
