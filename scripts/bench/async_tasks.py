"""Coroutines as tasks: many at once, waiting for each other, for locks and for futures."""
import asyncio

TASKS = 30_000
ROUNDS = 400


async def add(total, number, lock):
    async with lock:
        await asyncio.sleep(0)
        total[0] += number
    return number & 1


async def relay(first, rounds):
    loop = asyncio.get_running_loop()
    for _ in range(rounds):
        future = loop.create_future()
        loop.call_soon(future.set_result, first)
        first = await future + 1
    return first


async def main():
    total = [0]
    locks = [asyncio.Lock() for _ in range(TASKS)]
    odd = sum(await asyncio.gather(*[add(total, i, locks[i]) for i in range(TASKS)]))
    async with asyncio.TaskGroup() as group:
        relays = [group.create_task(relay(i, ROUNDS)) for i in range(50)]
    return total[0], odd, sum(task.result() for task in relays)


result = asyncio.run(main())
if result != (TASKS * (TASKS - 1) // 2, TASKS // 2, 50 * ROUNDS + 50 * 49 // 2):
    raise SystemExit("wrong answer")
print("async_tasks", *result)
