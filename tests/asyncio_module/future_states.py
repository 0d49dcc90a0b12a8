# A Future's outcome is set once; asking too early or setting twice is an error.
import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
print(future, future.done(), future.cancelled(), future.get_loop() is loop)
for ask in (future.result, future.exception):
    try:
        ask()
    except asyncio.InvalidStateError as e:
        print(e)
future.set_result(5)
print(future.result(), future.exception(), future)
for call in (lambda: future.set_result(6), lambda: future.set_exception(ValueError())):
    try:
        call()
    except asyncio.InvalidStateError as e:
        print('invalid', e)
print(future.cancel())

future = loop.create_future()
future.set_exception(KeyError)
print(repr(future.exception()), future)
try:
    future.result()
except KeyError as e:
    print('raised', repr(e))
for wrong in (StopIteration(), 5):
    try:
        loop.create_future().set_exception(wrong)
    except TypeError as e:
        print(e)

future = loop.create_future()
print(future.cancel('gone'), future.cancelled(), future)
try:
    future.result()
except asyncio.CancelledError as e:
    print(repr(e))
try:
    future._log_traceback = True
except ValueError as e:
    print(e)
print(asyncio.isfuture(future), asyncio.isfuture(5), asyncio.Future[int])
print([name for name in ('_state', '_loop', '_callbacks') if not hasattr(future, name)])
loop.close()
# expect: <Future pending> False False True
# expect: Result is not set.
# expect: Exception is not set.
# expect: 5 None <Future finished result=5>
# expect: invalid invalid state
# expect: invalid invalid state
# expect: False
# expect: KeyError() <Future finished exception=KeyError()>
# expect: raised KeyError()
# expect: StopIteration interacts badly with generators and cannot be raised into a Future
# expect: invalid exception object
# expect: True True <Future cancelled>
# expect: CancelledError('gone')
# expect: _log_traceback can only be set to False
# expect: True False _asyncio.Future[int]
# expect: []
