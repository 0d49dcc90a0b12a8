# Threads: run_in_executor, to_thread with its context, call_soon_threadsafe, run_coroutine_threadsafe, one loop a thread.
import asyncio
import concurrent.futures
import contextvars
import threading

var = contextvars.ContextVar('var')


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, sum, [1, 2, 3]))
    var.set('passed on')
    print(await asyncio.to_thread(lambda suffix, end: var.get() + suffix + end, '!', end='?'))
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        try:
            await loop.run_in_executor(pool, lambda: 1 / 0)
        except ZeroDivisionError as e:
            print(repr(e))
    done = loop.create_future()
    thread = threading.Thread(target=lambda: loop.call_soon_threadsafe(done.set_result, 'from a thread'))
    thread.start()
    print(await done)
    thread.join()
    results = []

    async def answer(value):
        await asyncio.sleep(0)
        if value is None:
            raise LookupError('none')
        return value * 2

    def ask():
        results.append(asyncio.run_coroutine_threadsafe(answer(4), loop).result(10))
        try:
            asyncio.run_coroutine_threadsafe(answer(None), loop).result(10)
        except LookupError as e:
            results.append(repr(e))

    await asyncio.to_thread(ask)
    print(results)
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as e:
        print(e)
    future = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(future)
    future.set_result('wrapped')
    print(await wrapped)


asyncio.run(main())
found = []


def other():
    try:
        asyncio.get_event_loop()
    except RuntimeError as e:
        found.append(str(e))
    found.append(asyncio.run(asyncio.sleep(0, 'own loop')))


thread = threading.Thread(target=other, name='helper')
thread.start()
thread.join()
print(found)
# expect: 6
# expect: passed on!?
# expect: ZeroDivisionError('division by zero')
# expect: from a thread
# expect: [8, "LookupError('none')"]
# expect: A coroutine object is required
# expect: wrapped
# expect: ["There is no current event loop in thread 'helper'.", 'own loop']
