# every allocation fails once
def numbers(count):
    try:
        for i in range(count):
            got = yield [i]
            if got:
                yield from inner(got)
    finally:
        closed.append(count)


def inner(text):
    yield text + "!"
    return len(text)


async def waits(value):
    return [value]


async def collects():
    return [await waits(i) for i in range(3)]


async def steps():
    for i in range(2):
        yield i


async def walks():
    return [i async for i in steps()]


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


closed = []
one = numbers(3)
print(next(one), one.send("x"), next(one))  # expect: [0] x! [1]
one.close()
print(list(numbers(2)), closed)  # expect: [[0], [1]] [3, 2]
print(sum(x * x for x in range(10)), {k: [v] for k, v in zip("ab", (1, 2))})  # expect: 285 {'a': [1], 'b': [2]}
print(run(collects()), run(walks()))  # expect: [[0], [1], [2]] [0, 1]
