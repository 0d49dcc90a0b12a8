# timeout, timeout_at, wait_for: what they raise, rescheduling, nesting.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.01) as t:
            print(str(t).split(" when")[0])
            await asyncio.sleep(10)
    except TimeoutError as e:
        print('over', repr(e), t.expired(), repr(t))
    async with asyncio.timeout(10) as t:
        pass
    print(t.expired(), t)
    async with asyncio.timeout(None) as t:
        print(t.when(), t)
        t.reschedule(loop.time() + 10)
        print(t.when() > loop.time())
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(10)
    except TimeoutError:
        print('at once')
    try:
        async with asyncio.timeout(10):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(10)
    except TimeoutError:
        print('the inner one')
    print(await asyncio.wait_for(asyncio.sleep(0, 'in time'), 10), await asyncio.wait_for(asyncio.sleep(0, 1), None))
    for timeout in (0, -1, 0.01):
        future = loop.create_future()
        try:
            await asyncio.wait_for(future, timeout)
        except asyncio.TimeoutError as e:
            print(timeout, repr(e), future.cancelled())
    try:
        t.reschedule(5)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
# expect: <Timeout [active]
# expect: over TimeoutError() True <Timeout [expired]>
# expect: False <Timeout [finished]>
# expect: None <Timeout [active] when=None>
# expect: True
# expect: at once
# expect: the inner one
# expect: in time 1
# expect: 0 TimeoutError() True
# expect: -1 TimeoutError() True
# expect: 0.01 TimeoutError() True
# expect: Cannot change state of finished Timeout
