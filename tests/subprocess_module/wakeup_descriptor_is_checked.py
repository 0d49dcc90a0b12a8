import os, signal

read, write = os.pipe()
for descriptor in write, 10 ** 4:
    try:
        signal.set_wakeup_fd(descriptor)
    except (ValueError, OSError) as error:
        print(type(error).__name__, str(error).replace(str(write), 'N'))
os.set_blocking(write, False)
print(signal.set_wakeup_fd(write), signal.set_wakeup_fd(-1) == write)

# expect: ValueError the fd N must be in non-blocking mode
# expect: OSError [Errno 9] Bad file descriptor
# expect: -1 True
