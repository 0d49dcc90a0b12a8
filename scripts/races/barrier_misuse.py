"""A barrier for three with only two threads that come to it: both wait for ever. Who is to come must be counted."""
import threading

meeting = threading.Barrier(3)
met = []


def come(name):
    meeting.wait()
    met.append(name)


threads = [threading.Thread(target=come, args=(name,)) for name in ("first", "second")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(met)
