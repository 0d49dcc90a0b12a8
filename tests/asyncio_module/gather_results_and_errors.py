# gather: order of results, the first error, errors as results, duplicates, nothing to gather, cancelling.
import asyncio


async def give(value, turns=1):
    for _ in range(turns):
        await asyncio.sleep(0)
    return value


async def fail(turns=1):
    await give(None, turns)
    raise ValueError('bad')


async def main():
    print(await asyncio.gather(give(1, 5), give(2), give(3, 3)))
    print(await asyncio.gather())
    try:
        await asyncio.gather(give(1), fail(), give(3))
    except ValueError as e:
        print('raised', e)
    print(await asyncio.gather(give(1), fail(), return_exceptions=True))
    task = asyncio.create_task(give('once'))
    print(await asyncio.gather(task, task))
    future = asyncio.gather(give(1, 100), give(2, 100))
    await asyncio.sleep(0)
    print(future.cancel(), future.done())
    try:
        await future
    except asyncio.CancelledError as e:
        print('cancelled', e.args)
    print(future.cancelled(), future.cancel())
    inner = asyncio.get_running_loop().create_future()
    inner.cancel('why')
    print(await asyncio.gather(inner, return_exceptions=True))


asyncio.run(main())
# expect: [1, 2, 3]
# expect: []
# expect: raised bad
# expect: [1, ValueError('bad')]
# expect: ['once', 'once']
# expect: True False
# expect: cancelled ()
# expect: False False
# expect: [CancelledError('why')]
