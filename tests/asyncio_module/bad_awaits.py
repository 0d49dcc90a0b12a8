# What a task must not await: itself, a future of another loop, a plain yield, something that is no awaitable.
import asyncio
import re
import types


@types.coroutine
def yields(value):
    yield value


def shown(e):
    return re.sub(r"<Task pending name='Task-\d+' coro=<.*?> cb=\[Task.task_wakeup\(\)\]>", '<task>', str(e))


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()

    async def attempt(awaitable):
        try:
            await awaitable
        except (RuntimeError, TypeError) as e:
            print(type(e).__name__, shown(e))

    await asyncio.create_task(attempt(other.create_future()))
    await asyncio.create_task(attempt(yields(5)))
    await asyncio.create_task(attempt(yields(loop.create_future())))
    await asyncio.create_task(attempt(5))

    async def own():
        await asyncio.current_task()

    await attempt(asyncio.create_task(own()))
    other.close()


asyncio.run(main())
# expect: RuntimeError Task <task> got Future <Future pending> attached to a different loop
# expect: RuntimeError Task got bad yield: 5
# expect: RuntimeError yield was used instead of yield from in task <task> with <Future pending>
# expect: TypeError object int can't be used in 'await' expression
# expect: RuntimeError Task cannot await on itself: <task>
