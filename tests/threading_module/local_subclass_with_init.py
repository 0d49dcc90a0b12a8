import threading

class Counter(threading.local):
    kind = "class attribute"
    __slots__ = "shared",

    def __init__(self, start, *, step=1):
        print("init", start, step, threading.current_thread().name)
        self.count, self.step = start, step

    def up(self):
        self.count += self.step
        return self.count

    @property
    def double(self):
        return self.count * 2

counter = Counter(5, step=2)                         # expect: init 5 2 MainThread
print(counter.up(), counter.up(), counter.double)    # expect: 7 9 18
counter.shared = "slot"

def work():
    print(counter.up(), counter.shared, counter.kind, counter.__dict__)

thread = threading.Thread(target=work, name="w")
thread.start()
thread.join()
# expect: init 5 2 w
# expect: 7 slot class attribute {'count': 7, 'step': 2}
print(counter.count)                                 # expect: 9
