"""dump_traceback_later shows where all threads are when the time has passed; cancelling it in time shows nothing."""
import faulthandler
import os
import threading

for wrong in (0, -1):
    try:
        faulthandler.dump_traceback_later(wrong)
    except ValueError as error:
        print(error)

reader, writer = os.pipe()
released = threading.Event()


def waits_here():
    released.wait()


thread = threading.Thread(target=waits_here)
thread.start()
faulthandler.dump_traceback_later(0.01, file=writer)
text = b''
while b'<module>' not in text:  # the main thread is shown last
    text += os.read(reader, 1000)
released.set()
thread.join()
text = text.decode()
print(text.splitlines()[0])
print(' in waits_here' in text, ' in <module>' in text, text.count('(most recent call first):') >= 2)
faulthandler.dump_traceback_later(3600, repeat=True, file=writer)
faulthandler.dump_traceback_later(3600, file=writer)  # instead of the one before
print(faulthandler.cancel_dump_traceback_later(), faulthandler.cancel_dump_traceback_later())

# expect: timeout must be greater than 0
# expect: timeout must be greater than 0
# expect: Timeout (0:00:00.010000)!
# expect: True True True
# expect: None None
