# Cancelling: before the first step, while waiting, twice, caught, with a message, of what is awaited.
import asyncio


async def main():
    log = []

    async def stubborn():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError as e:
            log.append(repr(e))
            await asyncio.sleep(0)
            return 'stayed'

    async def plain():
        await asyncio.sleep(100)

    task = asyncio.create_task(plain())
    print(task.cancel(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as e:
        print('cancelled', e.args, task.cancelled())

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(task.cancel('stop'), task.cancelling())
    print(await task, log, task.cancelled(), task.cancelling(), task.uncancel())

    async def outer():
        await asyncio.create_task(plain(), name='inner')

    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    inner = next(t for t in asyncio.all_tasks() if t.get_name() == 'inner')
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('both', inner.cancelled(), task.cancelled())

    async def late():
        asyncio.current_task().cancel()
        return 1

    task = asyncio.create_task(late())
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled right before the end', task.cancelled())
    try:
        await asyncio.shield(asyncio.create_task(asyncio.sleep(0, 'shielded')))
        future = asyncio.create_task(asyncio.sleep(0, 'goes on'))
        shielded = asyncio.shield(future)
        shielded.cancel()
        await shielded
    except asyncio.CancelledError:
        print(await future)


asyncio.run(main())
# expect: True False
# expect: cancelled () True
# expect: True 1
# expect: stayed ["CancelledError('stop')"] False 1 0
# expect: both True True
# expect: cancelled right before the end True
# expect: goes on
