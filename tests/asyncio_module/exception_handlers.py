# Exceptions that nobody catches: what the handler is told, custom handlers, those that fail themselves.
import asyncio
import gc
import logging
import sys

logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(name)s %(message)s')
told = []


class Quiet(logging.Filter):
    def filter(self, record):
        told.append(record.getMessage().splitlines()[0])
        return False


logging.getLogger('asyncio').addFilter(Quiet())


def boom(*args):
    raise ValueError('boom')


async def fail():
    raise KeyError('lost')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(boom, 1)
    await asyncio.sleep(0)
    contexts = []
    loop.set_exception_handler(lambda loop, context: contexts.append(context))
    loop.call_soon(boom)
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()
    for context in contexts:
        print(sorted(context), context['message'].split(' at ')[0], repr(context['exception']))
    contexts.clear()
    pending = loop.create_task(asyncio.Event().wait())
    await asyncio.sleep(0)
    del pending
    gc.collect()
    for context in contexts:
        print(sorted(context), context['message'])
    print(loop.get_exception_handler() is not None)
    loop.set_exception_handler(lambda loop, context: 1 / 0)
    loop.call_exception_handler({'message': 'said by hand'})
    loop.set_exception_handler(None)
    loop.call_exception_handler({'message': 'again', 'extra': 5})
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
    retrieved = loop.create_future()
    retrieved.set_exception(OSError())
    retrieved.exception()
    del retrieved


asyncio.run(main())
for line in told:
    print(line.split(' at ')[0])
# expect: ['exception', 'handle', 'message'] Exception in callback boom() ValueError('boom')
# expect: ['exception', 'future', 'message'] Task exception was never retrieved KeyError('lost')
# expect: ['message', 'task'] Task was destroyed but it is pending!
# expect: True
# expect: A callable object or None is expected, got 5
# expect: Exception in callback boom(1)
# expect: Unhandled error in exception handler
# expect: again
