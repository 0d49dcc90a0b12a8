# Queue, PriorityQueue, LifoQueue: order, bounds, join, misuse, a cancelled getter.
import asyncio
import re


async def main():
    queue = asyncio.Queue(2)
    log = []

    async def produce():
        for i in range(5):
            await queue.put(i)
            log.append(f'put {i}')

    async def consume():
        for _ in range(5):
            item = await queue.get()
            log.append(f'got {item}')
            queue.task_done()

    await asyncio.gather(produce(), consume())
    await queue.join()
    print([entry for entry in log if entry.startswith('got')], queue.empty(), queue.qsize(), queue.maxsize)
    queue.put_nowait(1)
    queue.put_nowait(2)
    print(queue.full(), str(queue), re.sub('0x[0-9a-f]+', 'X', repr(queue)))
    for call in (lambda: queue.put_nowait(3), asyncio.Queue().get_nowait):
        try:
            call()
        except (asyncio.QueueFull, asyncio.QueueEmpty) as e:
            print(repr(e))
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue):
        other = kind()
        for item in (3, 1, 2):
            await other.put(item)
        print([await other.get() for _ in range(3)])
    try:
        for _ in range(4):
            queue.task_done()
    except ValueError as e:
        print(e)
    empty = asyncio.Queue()
    getter = asyncio.create_task(empty.get())
    other = asyncio.create_task(empty.get())
    await asyncio.sleep(0)
    getter.cancel()
    await empty.put('for the other')
    print(await other, getter.cancelled(), asyncio.Queue[int])


asyncio.run(main())
# expect: ['got 0', 'got 1', 'got 2', 'got 3', 'got 4'] True 0 2
# expect: True <Queue maxsize=2 _queue=[1, 2] tasks=2> <Queue at X maxsize=2 _queue=[1, 2] tasks=2>
# expect: QueueFull()
# expect: QueueEmpty()
# expect: [1, 2, 3]
# expect: [2, 1, 3]
# expect: task_done() called too many times
# expect: for the other True asyncio.queues.Queue[int]
