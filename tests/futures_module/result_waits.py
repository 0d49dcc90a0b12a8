import threading
from concurrent.futures import Future

future = Future()
answers = []
threads = [threading.Thread(target=lambda: answers.append(future.result(timeout=60))) for _ in range(5)]
for thread in threads:
    thread.start()
future.set_result("done")
for thread in threads:
    thread.join()
print(answers == ["done"] * 5)                       # expect: True
errors = []
future = Future()

def wait():
    try:
        future.exception()
    except Exception as error:
        errors.append(repr(error))

thread = threading.Thread(target=wait)
thread.start()
future.cancel()
thread.join()
print(errors)                                        # expect: ['CancelledError()']
