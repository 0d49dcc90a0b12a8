import threading

class Adder(threading.Thread):
    def __init__(self, a, b):
        super().__init__(name="adder")
        self.a, self.b, self.sum = a, b, None

    def run(self):
        self.sum = self.a + self.b

threads = [Adder(n, n * 10) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([thread.sum for thread in threads])            # expect: [0, 11, 22, 33]

class Keeps(threading.Thread):
    """The usual way to get a result out: run() uses what __init__ was given."""

    def run(self):
        self.result = self._target(*self._args, **self._kwargs)

thread = Keeps(target=divmod, args=(17, 5))
thread.start()
thread.join()
print(thread.result)                                 # expect: (3, 2)
