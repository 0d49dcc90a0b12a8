# Threads that begin together. What one of them raises, the script raises.
import sys
import threading

sys.setswitchinterval(0.0001)


def together(*functions):
    errors = []
    barrier = threading.Barrier(len(functions))

    def run(function):
        barrier.wait()
        try:
            function()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def each(count, function):
    """The same function in `count` threads, with its number."""
    together(*[lambda number=number: function(number) for number in range(count)])


class Flag:
    """Readers go on until the writers are done."""

    def __init__(self, writers):
        self.left = writers
        self.lock = threading.Lock()

    def done(self):
        with self.lock:
            self.left -= 1


def beside(writers, readers):
    """Writers run to their end, readers again and again until the last writer is done, once at least."""
    flag = Flag(len(writers))

    def write(writer):
        try:
            writer()
        finally:
            flag.done()

    def read(reader):
        reader()
        while flag.left:
            reader()

    together(*[lambda writer=writer: write(writer) for writer in writers],
             *[lambda reader=reader: read(reader) for reader in readers])
