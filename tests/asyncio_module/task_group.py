# TaskGroup: results, a failing task cancels the others, errors of the block itself, refusals.
import asyncio


async def give(value):
    await asyncio.sleep(0)
    return value


async def fail(text):
    await asyncio.sleep(0)
    raise ValueError(text)


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(give(1))
        b = group.create_task(give(2), name='b')
    print(a.result(), b.result(), b.get_name(), group)
    forever = None
    try:
        async with asyncio.TaskGroup() as group:
            forever = group.create_task(asyncio.sleep(100))
            group.create_task(fail('one'))
            group.create_task(fail('two'))
    except* ValueError as e:
        print(e.message, e.exceptions, forever.cancelled())
    try:
        async with asyncio.TaskGroup() as group:
            forever = group.create_task(asyncio.sleep(100))
            await asyncio.sleep(0)
            raise KeyError('block')
    except* KeyError as e:
        print(e.exceptions, forever.cancelled())
    coro = give(1)
    for group in (asyncio.TaskGroup(), group):
        try:
            group.create_task(coro)
        except RuntimeError as e:
            print(e)
    coro.close()


asyncio.run(main())
# expect: 1 2 b <TaskGroup entered>
# expect: unhandled errors in a TaskGroup (ValueError('one'), ValueError('two')) True
# expect: (KeyError('block'),) True
# expect: TaskGroup <TaskGroup> has not been entered
# expect: TaskGroup <TaskGroup cancelling> is finished
