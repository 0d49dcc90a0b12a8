import sys
import threading

sys.setswitchinterval(1e-5)

def numbers():
    for n in range(3000):
        yield n

shared = numbers()
errors = set()

def work():
    try:
        for _ in shared:
            pass
    except ValueError as error:
        errors.add(str(error))

threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(errors <= {"generator already executing"})     # expect: True
