# Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier: order, repr, misuse.
import asyncio
import re


def shown(thing):
    return re.sub(r' at 0x\w+', '', repr(thing))


async def main():
    lock = asyncio.Lock()
    order = []

    async def hold(name):
        async with lock:
            order.append(name)
            await asyncio.sleep(0)

    await asyncio.gather(*[hold(i) for i in range(4)])
    print(order, lock.locked(), shown(lock))
    await lock.acquire()
    waiter = asyncio.create_task(hold('w'))
    await asyncio.sleep(0)
    print(shown(lock))
    lock.release()
    await waiter
    try:
        lock.release()
    except RuntimeError as e:
        print(e)

    event = asyncio.Event()
    tasks = [asyncio.create_task(event.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(shown(event), event.is_set())
    event.set()
    print(await asyncio.gather(*tasks), shown(event))
    event.clear()

    condition = asyncio.Condition()
    ready = []

    async def consume(n):
        async with condition:
            await condition.wait_for(lambda: len(ready) >= n)
            order.append(n)

    order.clear()
    tasks = [asyncio.create_task(consume(n)) for n in (2, 1)]
    for _ in range(2):
        await asyncio.sleep(0)
        async with condition:
            ready.append(1)
            condition.notify_all()
    await asyncio.gather(*tasks)
    print(order, shown(condition))
    for call in (condition.notify, condition.notify_all):
        try:
            call()
        except RuntimeError as e:
            print(e)
    try:
        await condition.wait()
    except RuntimeError as e:
        print(e)

    semaphore = asyncio.Semaphore(2)
    running = peak = 0

    async def limited():
        nonlocal running, peak
        async with semaphore:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*[limited() for _ in range(6)])
    print(peak, shown(semaphore), semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)

    barrier = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*[barrier.wait() for _ in range(3)])), shown(barrier))
    tasks = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(barrier.n_waiting, barrier.parties, barrier.broken)
    await barrier.abort()
    print([type(r).__name__ for r in await asyncio.gather(*tasks, return_exceptions=True)], barrier.broken, shown(barrier))
    await barrier.reset()
    print(barrier.broken)


asyncio.run(main())
# expect: [0, 1, 2, 3] False <asyncio.locks.Lock object [unlocked]>
# expect: <asyncio.locks.Lock object [locked, waiters:1]>
# expect: Lock is not acquired.
# expect: <asyncio.locks.Event object [unset, waiters:2]> False
# expect: [True, True] <asyncio.locks.Event object [set]>
# expect: [1, 2] <asyncio.locks.Condition object [unlocked]>
# expect: cannot notify on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot wait on un-acquired lock
# expect: 2 <asyncio.locks.Semaphore object [unlocked, value:2]> False
# expect: BoundedSemaphore released too many times
# expect: Semaphore initial value must be >= 0
# expect: [0, 1, 2] <asyncio.locks.Barrier object [filling, waiters:0/3]>
# expect: 2 3 False
# expect: ['BrokenBarrierError', 'BrokenBarrierError'] True <asyncio.locks.Barrier object [broken]>
# expect: False
