# Runner and run: several runs on one loop and in one context, what is refused, what is left over is cancelled.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default=0)
log = []


async def count():
    var.set(var.get() + 1)
    return var.get()


async def leave_behind():
    async def forever():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            log.append('cancelled at the end')
            raise
    asyncio.create_task(forever())
    await asyncio.sleep(0)


with asyncio.Runner() as runner:
    print(runner.run(count()), runner.run(count()), var.get())
    loop = runner.get_loop()
    print(runner.run(leave_behind()), log)
print(log, loop.is_closed())
try:
    coro = asyncio.sleep(0)
    runner.run(coro)
except RuntimeError as e:
    coro.close()
    print(e)
for wrong in (5, count):
    try:
        asyncio.run(wrong)
    except ValueError as e:
        print(str(e).split(' at ')[0])


async def nested():
    coro = asyncio.sleep(0)
    try:
        asyncio.run(coro)
    except RuntimeError as e:
        print(e)
    coro.close()


asyncio.run(nested())
try:
    asyncio.run(asyncio.wait_for(asyncio.sleep(10), 0.001))
except TimeoutError as e:
    print(repr(e))
made = []


def factory():
    made.append(asyncio.new_event_loop())
    return made[-1]


with asyncio.Runner(loop_factory=factory, debug=True) as runner:
    print(runner.run(asyncio.sleep(0, 'x')), runner.get_loop() is made[0], made[0].get_debug())
# expect: 1 2 0
# expect: None []
# expect: ['cancelled at the end'] True
# expect: Runner is closed
# expect: a coroutine was expected, got 5
# expect: a coroutine was expected, got <function count
# expect: asyncio.run() cannot be called from a running event loop
# expect: TimeoutError()
# expect: x True True
