# Callbacks of a Future: called soon, in order, with their context; removed by equality; one that fails is told.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='none')
log = []


def note(name):
    def callback(future):
        log.append((name, future.result(), var.get()))
    return callback


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    a, b = note('a'), note('b')
    var.set('when added')
    future.add_done_callback(a)
    context = contextvars.Context()
    future.add_done_callback(b, context=context)
    future.add_done_callback(a)
    future.add_done_callback(note('c'))
    var.set('later')
    print(future.remove_done_callback(a), future.remove_done_callback(a))
    future.set_result(1)
    print(log)
    await asyncio.sleep(0)
    print(log)
    log.clear()
    future.add_done_callback(note('late'))
    await asyncio.sleep(0)
    print(log)

    told = []
    loop.set_exception_handler(lambda loop, context: told.append((context['message'].split(' at ')[0], context['exception'])))

    def broken(future):
        raise ZeroDivisionError('in callback')

    future.add_done_callback(broken)
    await asyncio.sleep(0)
    print(told)


asyncio.run(main())
# expect: 2 0
# expect: []
# expect: [('b', 1, 'none'), ('c', 1, 'when added')]
# expect: [('late', 1, 'later')]
# expect: [('Exception in callback main.<locals>.broken(<Future finished result=1>)', ZeroDivisionError('in callback'))]
