"""One thread does I/O as fast as it can beside one that computes.

First the I/O is one byte written to /dev/null, then an echo over a socketpair to another process. Shown are operations a
second, how long one takes, and what is left of the computing thread's speed.
"""

import os
import socket
import sys
import threading
from time import perf_counter, sleep

SECONDS = 1.0


class Spinner(threading.Thread):
    """Counts until it is told to stop."""

    def __init__(self):
        super().__init__(daemon=True)
        self.count = 0
        self.running = True

    def run(self):
        count = 0
        while self.running:
            for _ in range(100):
                count += 1
            self.count = count


def share_of(spinner_count, seconds, alone):
    return spinner_count / seconds / alone


def spin_alone():
    """Counts a second without anybody beside."""
    spinner = Spinner()
    begin = perf_counter()
    threading.Timer(0.3, lambda: setattr(spinner, "running", False)).start()
    spinner.run()
    return spinner.count / (perf_counter() - begin)


def figure(name, value, unit, better):
    print(name, value, unit, better, sep="\t", flush=True)


def report(name, times, seconds, share):
    times.sort()
    figure(name + ", operations a second", len(times) / seconds, "/s", "higher")
    figure(name + ", p50", times[len(times) // 2], "s", "lower")
    figure(name + ", p99", times[len(times) * 99 // 100], "s", "lower")
    if share is not None:
        figure(name + ", share left to the spinner", share, "", "higher")


def write_bytes(seconds):
    descriptor = os.open("/dev/null", os.O_WRONLY)
    times = []
    begin = before = perf_counter()
    while before - begin < seconds:
        os.write(descriptor, b"x")
        after = perf_counter()
        times.append(after - before)
        before = after
    os.close(descriptor)
    return times, before - begin


def client(connection, seconds, pause, results):
    """In a process of its own: sends requests and writes how long each took."""
    times = []
    begin = before = perf_counter()
    while before - begin < seconds:
        connection.send(b"x")
        connection.recv(1)
        after = perf_counter()
        times.append(after - before)
        if pause:
            due = begin + len(times) * pause
            sleep(max(0.0, due - after - 0.0002))  # a processor that has slept long wakes late: that is not measured
            while perf_counter() < due:
                pass
        before = perf_counter()
    connection.close()
    with os.fdopen(results, "w") as file:
        file.write(" ".join(map(repr, times)))


def serve(connection):
    while data := connection.recv(1):
        connection.send(data)


def echo(seconds, pause=0.0):
    """The client's times while a thread of this process answers."""
    mine, other = socket.socketpair()
    results, target = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        mine.close()
        client(other, seconds, pause, target)
        os._exit(0)
    other.close()
    os.close(target)
    begin = perf_counter()
    server = threading.Thread(target=serve, args=(mine,))
    server.start()
    server.join()
    lasted = perf_counter() - begin
    mine.close()
    with os.fdopen(results) as file:
        times = [float(text) for text in file.read().split()]
    os.waitpid(child, 0)
    return times, lasted


def beside_spinner(work, alone):
    spinner = Spinner()
    spinner.start()
    while not spinner.count:
        pass
    first = spinner.count
    times, lasted = work()
    share = share_of(spinner.count - first, lasted, alone)
    spinner.running = False
    spinner.join()
    return times, lasted, share


def main():
    alone = spin_alone()
    report("write alone", *write_bytes(0.2), None)
    report("write beside a spinner", *beside_spinner(lambda: write_bytes(SECONDS), alone))
    times, lasted = echo(0.5)
    rate = len(times) / lasted
    report("echo alone", times, lasted, None)
    times, lasted, share = beside_spinner(lambda: echo(SECONDS), alone)
    report("echo beside a spinner", times, lasted, share)
    figure("echo beside a spinner, part of alone", len(times) / lasted / rate, "", "higher")


if __name__ == "__main__":
    main()
