# call_soon, call_later, call_at: order, arguments, contexts, cancelling, what a closed or wrong call says.
import asyncio
import contextvars

loop = asyncio.new_event_loop()
log = []
var = contextvars.ContextVar('var', default='outside')


def note(*args):
    log.append((*args, var.get()))


def nested():
    note('nested')
    loop.call_soon(note, 'next turn')
    log.append('end of nested')


context = contextvars.copy_context()
context.run(var.set, 'inside')
handle = loop.call_later(1000, note, 'never')
loop.call_soon(nested)
loop.call_soon(note, 1, 2, context=context)
other = loop.call_soon(note, 'cancelled')
other.cancel()
handle.cancel()
print(handle.cancelled(), handle.when() > loop.time(), other.cancelled(), isinstance(handle, asyncio.TimerHandle))
loop.run_until_complete(asyncio.sleep(0))
loop.run_until_complete(asyncio.sleep(0))
now = loop.time()
loop.call_at(now + 0.002, note, 'late')
loop.call_at(now + 0.001, note, 'early')
loop.call_at(now + 0.003, loop.stop)
loop.run_forever()
print(log)
loop.call_soon(note, 'a')
loop.stop()
log.clear()
loop.run_forever()
print(log, loop.is_running(), loop.is_closed())
try:
    loop.run_until_complete(asyncio.sleep(0))
    loop.call_soon()
except TypeError as e:
    print(str(e).split('.')[-1])
future = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as e:
    print(e)
loop.close()
for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.run_forever(),
             lambda: loop.call_soon_threadsafe(print)):
    try:
        call()
    except RuntimeError as e:
        print(e)


async def nested_loops():
    try:
        asyncio.get_running_loop().run_forever()
    except RuntimeError as e:
        print(e)
    other = asyncio.new_event_loop()
    try:
        other.run_forever()
    except RuntimeError as e:
        print(e)
    other.close()


asyncio.run(nested_loops())
# expect: True True True True
# expect: [('nested', 'outside'), 'end of nested', (1, 2, 'inside'), ('next turn', 'outside'), ('early', 'outside'), ('late', 'outside')]
# expect: [('a', 'outside')] False False
# expect: call_soon() missing 1 required positional argument: 'callback'
# expect: Event loop stopped before Future completed.
# expect: Event loop is closed
# expect: Event loop is closed
# expect: Event loop is closed
# expect: Event loop is closed
# expect: This event loop is already running
# expect: Cannot run the event loop while another loop is running
