# Runs a function in several threads at once, asked to switch often.
import sys
import threading


def together(work, count=4):
    """work(number) in each of `count` threads, which begin at the same time."""
    sys.setswitchinterval(1e-5)
    begin = threading.Barrier(count)

    def run(number):
        begin.wait()
        work(number)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.setswitchinterval(0.005)
