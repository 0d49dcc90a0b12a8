# args: 2 --brief
"""200 threads on all primitives at once, until the time is over (seconds: the first argument); then all is counted.

Every station has threads of its own and an invariant that a lost wake-up, a lost update or a lock that lets two in
would break. A thread that is never woken again hangs the script: that too is a finding. With --brief the numbers of
operations, which differ from run to run, are left out.
"""
import queue
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

stop = threading.Event()


class LockStation:
    """Counters under a Lock and under an RLock that is taken twice."""

    def __init__(self, threads):
        self.plain, self.nested = threading.Lock(), threading.RLock()
        self.count = self.nested_count = self.expected = 0
        self.targets = [self.work] * threads

    def work(self):
        mine = 0
        while not stop.is_set():
            with self.plain:
                self.count += 1
            with self.nested:
                with self.nested:
                    self.nested_count += 1
            mine += 1
        with self.plain:
            self.expected += mine

    def check(self):
        assert self.count == self.nested_count == self.expected
        return self.count


class TimedLockStation:
    """A lock that is asked for with timeouts: it is never held by two, and never forgotten."""

    def __init__(self, threads):
        self.lock = threading.Lock()
        self.inside = self.taken = 0
        self.targets = [self.work] * threads

    def work(self):
        while not stop.is_set():
            if self.lock.acquire(timeout=0.0005):
                self.inside += 1
                assert self.inside == 1
                self.taken += 1
                self.inside -= 1
                self.lock.release()

    def check(self):
        assert self.inside == 0 and not self.lock.locked()
        return self.taken


class QueueStation:
    """Producers and consumers; the last producer sends the end, and every consumer passes it on."""

    end = -1

    def __init__(self, threads, items):
        self.items = items
        self.lock = threading.Lock()
        self.producing = threads // 2
        self.put = self.put_sum = self.taken = self.taken_sum = 0
        self.targets = [self.produce] * self.producing + [self.consume] * (threads - self.producing)

    def produce(self):
        number = put_sum = 0
        while not stop.is_set():
            if self.items.qsize() < 50:
                self.items.put(number)
                put_sum += number
                number += 1
            else:
                time.sleep(0.0001)
        with self.lock:
            self.put += number
            self.put_sum += put_sum
            self.producing -= 1
            last = self.producing == 0
        if last:
            self.items.put(self.end)

    def consume(self):
        taken = []
        while (item := self.items.get()) != self.end:
            taken.append(item)
        try:
            while True:  # what lies behind the end in a LifoQueue or a PriorityQueue
                taken.append(self.items.get_nowait())
        except queue.Empty:
            pass
        self.items.put(self.end)
        with self.lock:
            self.taken += len(taken)
            self.taken_sum += sum(taken)

    def check(self):
        assert (self.put, self.put_sum) == (self.taken, self.taken_sum)
        return self.taken


class ConditionStation:
    """A buffer with three places under one lock and two conditions."""

    def __init__(self, threads):
        lock = threading.Lock()
        self.not_full, self.not_empty = threading.Condition(lock), threading.Condition(lock)
        self.buffer = []
        self.producing = threads // 2
        self.put = self.taken = 0
        self.targets = [self.produce] * self.producing + [self.consume] * (threads - self.producing)

    def produce(self):
        while not stop.is_set():
            with self.not_full:
                self.not_full.wait_for(lambda: len(self.buffer) < 3)
                self.buffer.append(self.put)
                self.put += 1
                self.not_empty.notify()
        with self.not_full:
            self.producing -= 1
            self.not_empty.notify_all()

    def consume(self):
        while True:
            with self.not_empty:
                while not self.buffer and self.producing:
                    self.not_empty.wait(1)
                if not self.buffer:
                    return
                assert len(self.buffer) <= 3
                self.buffer.pop()
                self.taken += 1
                self.not_full.notify()

    def check(self):
        assert self.put == self.taken and not self.buffer
        return self.taken


class SemaphoreStation:
    """At most three inside at a time."""

    def __init__(self, threads):
        self.semaphore, self.lock = threading.BoundedSemaphore(3), threading.Lock()
        self.inside = self.most = self.entries = 0
        self.targets = [self.work] * threads

    def work(self):
        while not stop.is_set():
            with self.semaphore:
                with self.lock:
                    self.inside += 1
                    self.most = max(self.most, self.inside)
                    self.entries += 1
                with self.lock:
                    self.inside -= 1

    def check(self):
        assert self.inside == 0 and self.most <= 3 and self.semaphore._value == 3
        return self.entries


class BarrierStation:
    """Everybody is in the same round; the action, which one thread runs for all, decides when it was the last."""

    def __init__(self, threads):
        self.barrier = threading.Barrier(threads, self.count_round)
        self.rounds, self.over, self.mine = 0, False, []
        self.targets = [self.work] * threads

    def count_round(self):
        self.rounds += 1
        self.over = stop.is_set()

    def work(self):
        rounds = 0
        while not self.over:
            self.barrier.wait()
            rounds += 1
            assert rounds == self.rounds
            self.barrier.wait()
            rounds += 1
        self.mine.append(rounds)

    def check(self):
        assert set(self.mine) == {self.rounds} and len(self.mine) == len(self.targets)
        return self.rounds


class EventStation:
    """Pairs that hand one turn back and forth."""

    def __init__(self, threads):
        self.turns = []
        self.targets = [target for _ in range(threads // 2) for target in self.pair()]

    def pair(self):
        ping, pong, over, turns = threading.Event(), threading.Event(), threading.Event(), [0, 0]
        self.turns.append(turns)

        def serve():
            while not stop.is_set():
                turns[0] += 1
                ping.set()
                pong.wait()
                pong.clear()
            over.set()
            ping.set()

        def answer():
            while True:
                ping.wait()
                ping.clear()
                if over.is_set():
                    return
                turns[1] += 1
                pong.set()

        return serve, answer

    def check(self):
        assert all(served == answered for served, answered in self.turns)
        return sum(served for served, _ in self.turns)


class LocalStation:
    """What a thread stores is there when it looks again."""

    def __init__(self, threads):
        self.data, self.looks = threading.local(), []
        self.targets = [self.work] * threads

    def work(self):
        me = threading.get_ident()
        assert not hasattr(self.data, "ident")
        self.data.ident, self.data.count = me, 0
        while not stop.is_set():
            assert self.data.ident == me
            self.data.count += 1
        self.looks.append(self.data.count)

    def check(self):
        assert len(self.looks) == len(self.targets)
        return sum(self.looks)


class ShortLivedStation:
    """Threads that start threads, timers and pools, and wait for them."""

    def __init__(self, threads):
        self.ran, self.started = queue.SimpleQueue(), []
        self.targets = [self.work] * threads

    def work(self):
        started = 0
        while not stop.is_set():
            children = [threading.Thread(target=self.ran.put, args=(1,)), threading.Timer(0, self.ran.put, (1,))]
            for child in children:
                child.start()
            for child in children:
                child.join()
                assert not child.is_alive()
            with ThreadPoolExecutor(2) as pool:
                assert list(pool.map(pow, range(5), [2] * 5)) == [0, 1, 4, 9, 16]
                assert type(pool.submit(int, "x").exception()) is ValueError
                pool.submit(self.ran.put, 1)
            started += 3
        self.started.append(started)

    def check(self):
        assert self.ran.qsize() == sum(self.started)
        return self.ran.qsize()


stations = [LockStation(30), TimedLockStation(20), QueueStation(20, queue.Queue(7)), QueueStation(14, queue.LifoQueue()),
            QueueStation(14, queue.PriorityQueue()), QueueStation(20, queue.SimpleQueue()), ConditionStation(20),
            SemaphoreStation(18), BarrierStation(10), EventStation(20), LocalStation(8), ShortLivedStation(6)]
failures = []
threading.excepthook = lambda args: (failures.append(args), threading.__excepthook__(args))
sys.setswitchinterval(1e-5)
threads = [threading.Thread(target=target) for station in stations for target in station.targets]
for thread in threads:
    thread.start()
stop.wait(float(sys.argv[1]) if len(sys.argv) > 1 else 60)
stop.set()
for thread in threads:
    thread.join()
for station in stations:
    count = station.check()
    if "--brief" not in sys.argv:
        print(f"{type(station).__name__:18}{len(station.targets):4} threads {count:10,} operations")
print(len(threads), "threads,", len(failures), "failures,", threading.active_count(), "left")
# expect: 200 threads, 0 failures, 1 left
