import threading

def action():
    raise ValueError("action")

barrier = threading.Barrier(2, action)
errors = []

def work():
    try:
        barrier.wait()
    except (ValueError, threading.BrokenBarrierError) as error:
        errors.append(type(error).__name__)

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(errors), barrier.broken)                # expect: ['BrokenBarrierError', 'ValueError'] True
