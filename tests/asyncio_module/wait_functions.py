# wait: the three ways to return; as_completed: in the order of ends; timeouts of both.
import asyncio


async def give(value, seconds=0):
    await asyncio.sleep(seconds)
    return value


async def fail():
    await asyncio.sleep(0)
    raise ValueError('bad')


async def main():
    loop = asyncio.get_running_loop()

    def start(*coros):
        return [loop.create_task(c) for c in coros]

    never = loop.create_future()
    tasks = start(give(1), give(2))
    done, pending = await asyncio.wait(tasks)
    print(sorted(t.result() for t in done), pending)
    tasks = start(give(1))
    done, pending = await asyncio.wait([*tasks, never], return_when=asyncio.FIRST_COMPLETED)
    print(done == set(tasks), pending == {never})
    tasks = start(give(1), fail())
    done, pending = await asyncio.wait([*tasks, never], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), tasks[1].exception())
    done, pending = await asyncio.wait([never], timeout=0.01)
    print(done, len(pending))
    for wrong in ([], [give(1)], never):
        try:
            await asyncio.wait(wrong)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
        if isinstance(wrong, list):
            for each in wrong:
                each.close()
    try:
        await asyncio.wait(tasks, return_when='x')
    except ValueError as e:
        print(e)

    gate = asyncio.Event()

    async def second():
        await gate.wait()
        return 'second'

    async def first():
        gate.set()
        return 'first'

    print([await each for each in asyncio.as_completed([second(), first()])])
    for each in asyncio.as_completed([never], timeout=0.01):
        try:
            await each
        except TimeoutError as e:
            print(repr(e))


asyncio.run(main())
# expect: [1, 2] set()
# expect: True True
# expect: 2 1 bad
# expect: set() 1
# expect: ValueError Set of Tasks/Futures is empty.
# expect: TypeError Passing coroutines is forbidden, use tasks explicitly.
# expect: TypeError expect a list of futures, not Future
# expect: Invalid return_when value: x
# expect: ['first', 'second']
# expect: TimeoutError()
