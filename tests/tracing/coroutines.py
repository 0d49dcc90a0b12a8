"""Coroutines, asynchronous generators, async with and async for."""
from _events import show


class Wait:
    def __await__(self):
        x = yield 1
        return x


class Manager:
    async def __aenter__(self):
        return 1

    async def __aexit__(self, *args):
        return True


async def inner():
    await Wait()
    return 3


async def numbers():
    yield 1
    await Wait()
    yield 2


async def main():
    r = await inner()
    async with Manager() as z:
        r += z
    async for v in numbers():
        r += v
    return r


def run():
    c = main()
    try:
        while True:
            c.send(None)
    except StopIteration as e:
        return e.value


show(run)

# expect: call:run+0 line:run+1 line:run+2 line:run+3 line:run+4
# expect: call:main+0 line:main+1
# expect: call:inner+0 line:inner+1
# expect: call:__await__+0 line:__await__+1 retu:__await__+1 retu:inner+1 retu:main+1 line:run+3 line:run+4
# expect: call:main+1
# expect: call:inner+1
# expect: call:__await__+1 line:__await__+2 retu:__await__+2 line:inner+2 retu:inner+2 exce:main+1 line:main+2
# expect: call:__aenter__+0 line:__aenter__+1 retu:__aenter__+1 exce:main+2 line:main+3 line:main+2
# expect: call:__aexit__+0 line:__aexit__+1 retu:__aexit__+1 exce:main+2 line:main+4
# expect: call:numbers+0 line:numbers+1 retu:numbers+1 exce:main+4 line:main+5 line:main+4
# expect: call:numbers+1 line:numbers+2
# expect: call:__await__+0 line:__await__+1 retu:__await__+1 retu:numbers+2 retu:main+4 line:run+3 line:run+4
# expect: call:main+4
# expect: call:numbers+2
# expect: call:__await__+1 line:__await__+2 retu:__await__+2 line:numbers+3 retu:numbers+3 exce:main+4 line:main+5 line:main+4
# expect: call:numbers+3 retu:numbers+3 exce:main+4 line:main+6 retu:main+6 exce:run+4 line:run+5 line:run+6 retu:run+6
