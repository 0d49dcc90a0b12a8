"""Producers and consumers on asyncio queues, with items that go round and asynchronous generators that read them."""
import asyncio

ITEMS = 20_000
WORKERS = 5


async def items(queue):
    while (item := await queue.get()) is not None:
        yield item


async def produce(queue, first):
    for number in range(first, ITEMS, WORKERS):
        await queue.put(number)
    await queue.put(None)


async def square(source, target):
    async for number in items(source):
        await target.put(number * number)
    await target.put(None)


async def collect(queue):
    total = 0
    async for number in items(queue):
        total += number
    return total


async def chain(first):
    source, target = asyncio.Queue(10), asyncio.Queue(10)
    _, _, total = await asyncio.gather(produce(source, first), square(source, target), collect(target))
    return total


async def main():
    totals = await asyncio.gather(*[chain(i) for i in range(WORKERS)])
    return sum(totals)


result = 0
for _ in range(5):
    result += asyncio.run(main())
if result != 5 * sum(i * i for i in range(ITEMS)):
    raise SystemExit("wrong answer")
print("async_queues", result)
