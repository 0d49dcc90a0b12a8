# Signals: a handler of the loop, removing it, refusals; Ctrl-C cancels what asyncio.run() runs.
import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    got = loop.create_future()
    loop.add_signal_handler(signal.SIGUSR1, got.set_result, 'USR1')
    os.kill(os.getpid(), signal.SIGUSR1)
    print(await got)
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    for wrong in ('x', 1000):
        try:
            loop.add_signal_handler(wrong, print)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    try:
        loop.add_signal_handler(signal.SIGKILL, print)
    except RuntimeError as e:
        print(e)


asyncio.run(main())


async def interrupted():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print('cancelled')
        raise


try:
    asyncio.run(interrupted())
except KeyboardInterrupt:
    print('KeyboardInterrupt')
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
# expect: USR1
# expect: True False
# expect: TypeError sig must be an int, not 'x'
# expect: ValueError invalid signal number 1000
# expect: sig 9 cannot be caught
# expect: cancelled
# expect: KeyboardInterrupt
# expect: True
