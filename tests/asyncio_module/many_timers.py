# Thousands of timers, most of them cancelled: the rest come in the order of their times.
import asyncio
import random


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    rng = random.Random(5)
    log = []
    handles = []
    done = loop.create_future()
    for i in range(3000):
        delay = rng.randrange(1, 10**6) / 10**8
        handles.append(loop.call_at(now + delay, log.append, delay))
    for handle in handles[::3] + handles[1::3]:
        handle.cancel()
    loop.call_at(now + 0.02, done.set_result, None)
    await done
    print(len(log), log == sorted(log))


asyncio.run(main())
# expect: 1000 True
