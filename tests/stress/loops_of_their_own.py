# An event loop in each thread, context variables that all of them set, and calls into each other's loops.
import asyncio
import contextvars
from _hammer import each

variable = contextvars.ContextVar("variable", default=None)
loops, results = [None] * 3, [[] for _ in range(3)]


async def child(number, i):
    token = variable.set((number, i))
    await asyncio.sleep(0)
    assert variable.get() == (number, i)
    variable.reset(token)
    return i


async def main(number):
    loops[number] = asyncio.get_running_loop()
    ready = asyncio.Event()
    loops[number].call_later(10, ready.set)
    for i in range(60):
        assert sum(await asyncio.gather(*[child(number, k) for k in range(8)])) == 28
        for other in loops:
            if other is not None and not other.is_closed():
                try:
                    other.call_soon_threadsafe(results[number].append, i)
                except RuntimeError as error:
                    assert "closed" in str(error)
    assert asyncio.current_task().get_loop() is loops[number] and len(asyncio.all_tasks()) == 1


def work(number):
    variable.set(number)
    asyncio.run(main(number))
    assert variable.get() == number


each(3, work)
print({len(result) >= 60 for result in results})  # expect: {True}
