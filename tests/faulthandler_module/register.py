"""A registered signal shows the stack where it is wanted; with chain=True what handled it before does so too."""
import faulthandler
import os
import signal

reader, writer = os.pipe()


def stands_here(number):
    os.kill(os.getpid(), number)
    return os.read(reader, 10000).decode()


print(faulthandler.register(signal.SIGUSR1, file=writer, all_threads=False))
text = stands_here(signal.SIGUSR1)
print(text.splitlines()[0], ' in stands_here' in text)
signal.signal(signal.SIGUSR2, lambda number, frame: print('before', number == signal.SIGUSR2))
faulthandler.register(signal.SIGUSR2, file=writer, chain=True)
text = stands_here(signal.SIGUSR2)
print('thread 0x' in text.lower(), ' in <module>' in text)
print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
try:
    faulthandler.register(0)
except ValueError as error:
    print(error)

# expect: None
# expect: Stack (most recent call first): True
# expect: before True
# expect: True True
# expect: True False
# expect: signal number out of range
