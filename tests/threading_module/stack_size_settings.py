import threading

print(threading.stack_size())                        # expect: 0
print(threading.stack_size(1 << 20), threading.stack_size())   # expect: 0 1048576
for size in (5, -5):
    try:
        threading.stack_size(size)
    except ValueError as error:
        print(error)
# expect: size not valid: 5 bytes
# expect: size must be 0 or a positive value
thread = threading.Thread(target=print, args=("runs",))
thread.start()                                       # expect: runs
thread.join()
threading.stack_size(0)
print(threading.stack_size())                        # expect: 0
