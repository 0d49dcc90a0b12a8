# Debug mode: wrong threads, coroutines as callbacks, slow callbacks, where a future was made.
import asyncio
import logging
import threading

seen = []


class Keep(logging.Handler):
    def emit(self, record):
        seen.append(record.getMessage())


logger = logging.getLogger('asyncio')
logger.addHandler(Keep())
logger.propagate = False


async def coro():
    pass


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    problems = []

    def from_elsewhere():
        try:
            loop.call_soon(print)
        except RuntimeError as e:
            problems.append(str(e))

    thread = threading.Thread(target=from_elsewhere)
    thread.start()
    thread.join()
    print(problems)
    for call in (lambda: loop.call_soon(coro), lambda: loop.call_later(1, 5), lambda: loop.call_soon(5)):
        try:
            call()
        except TypeError as e:
            print(e)
    future = loop.create_future()
    print('created at' in repr(future), bool(future._source_traceback))
    loop.slow_callback_duration = 0
    loop.call_soon(len, ())
    await asyncio.sleep(0)
    print([text.split(' took')[0].split(' created')[0] for text in seen if 'len' in text])


asyncio.run(main(), debug=True)
# expect: True 0.1
# expect: ['Non-thread-safe operation invoked on an event loop other than the current one']
# expect: coroutines cannot be used with call_soon()
# expect: a callable object was expected by call_at(), got 5
# expect: a callable object was expected by call_soon(), got 5
# expect: True True
# expect: ['Executing <Handle len(())']
