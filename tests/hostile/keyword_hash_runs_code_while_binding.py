# Arguments stand above the caller's operands while they are bound; what a keyword's __hash__ or a dropped argument's
# __del__ runs meanwhile must not overwrite them.
def work(*numbers):
    return sum(numbers), [str(n) for n in numbers]


class Name(str):
    def __hash__(self):
        work(1, 2, 3, 4, 5, 6, 7, 8)
        return str.__hash__(self)

    def __eq__(self, other):
        work(1, 2, 3, 4, 5, 6, 7, 8)
        return str.__eq__(self, other)


class Noisy:
    def __del__(self):
        work(1, 2, 3, 4, 5, 6, 7, 8)


def many(a, b, c, d, e, f, g, h, i, j, **rest):
    return a, b, c, d, e, f, g, h, i, j, rest


def fails(a, *rest, b=None, **more):
    return a


def spread(names):
    return many(*[[n] for n in range(10)], **names)


print(spread({Name("x"): 1, Name("y"): 2}))  # expect: ([0], [1], [2], [3], [4], [5], [6], [7], [8], [9], {'x': 1, 'y': 2})
for _ in range(20):
    try:
        fails(Noisy(), *[[n] for n in range(5)], z=[1], a=Noisy(), b=Noisy())
    except TypeError as error:
        message = str(error)
print(message)  # expect: fails() got multiple values for argument 'a'
