import threading

def inner(n):
    return 1 // n

def work():
    inner(0)

thread = threading.Thread(target=work)
thread.start()
thread.join()
print("alive:", thread.is_alive())                   # expect: alive: False
# expect stderr: Exception in thread Thread-1 (work):
# expect stderr: Traceback (most recent call last):
# expect stderr:     inner(0)
# expect stderr:     return 1 // n
# expect stderr:            ~~^^~~
# expect stderr: ZeroDivisionError: integer division or modulo by zero
