"""Queues between threads: in the order of arrival, last in first out, or smallest first."""
from _collections import deque
from _heapq import heappop, heappush
from _queue import Empty, SimpleQueue
from time import monotonic
import threading

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]

_generic_alias = type(list[int])


class Full(Exception):
    """There was no room to put anything."""


class Queue:
    """A queue with room for maxsize items, or for any number if that is not positive."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0

    __class_getitem__ = classmethod(_generic_alias)

    def put(self, item, block=True, timeout=None):
        """Add an item, waiting for room; Full if there is none in time, or at once without block."""
        with self.not_full:
            if self.maxsize > 0:
                _check_timeout(block, timeout)
                if self._is_full():
                    _wait_while(self._is_full, self.not_full, block, timeout, Full)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Take an item, waiting for one; Empty if none comes in time, or at once without block."""
        with self.not_empty:
            _check_timeout(block, timeout)
            if not self._qsize():
                _wait_while(self._is_empty, self.not_empty, block, timeout, Empty)
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        """Say that the work on one item taken before is done: join() waits for this."""
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks = unfinished
            if unfinished == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        """Wait until task_done() was called for every item ever put."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    def full(self):
        with self.mutex:
            return self._is_full()

    def _is_empty(self):
        return not self._qsize()

    def _is_full(self):
        return 0 < self.maxsize <= self._qsize()

    # What a subclass defines to hold its items in another way. They are called with the mutex held.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()


def _check_timeout(block, timeout):
    if block and timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")


def _wait_while(held_up, condition, block, timeout, error):
    """Wait on the condition until nothing holds the caller up; the error if that is not in time."""
    if not block:
        raise error
    if timeout is None:
        while held_up():
            condition.wait()
        return
    deadline = monotonic() + timeout
    while held_up():
        remaining = deadline - monotonic()
        if remaining <= 0:
            raise error
        condition.wait(remaining)


class PriorityQueue(Queue):
    """The smallest item comes first; usually items are tuples (priority, data)."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """The item that came last is taken first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class _PySimpleQueue:
    """SimpleQueue in Python: a deque, and a semaphore that counts what is in it."""

    def __init__(self):
        self._queue = deque()
        self._count = threading.Semaphore(0)

    __class_getitem__ = classmethod(_generic_alias)

    def put(self, item, block=True, timeout=None):
        """Adds an item; the other arguments are there because Queue.put has them."""
        self._queue.append(item)
        self._count.release()

    def put_nowait(self, item):
        """As put()."""
        self.put(item)

    def get(self, block=True, timeout=None):
        """Takes the oldest item; Empty if there is none in time."""
        _check_timeout(block, timeout)
        if not self._count.acquire(block, timeout):
            raise Empty
        return self._queue.popleft()

    def get_nowait(self):
        """Takes the oldest item, or raises Empty."""
        return self.get(block=False)

    def empty(self):
        """Whether nothing is in it now."""
        return len(self._queue) == 0

    def qsize(self):
        """How many items are in it now."""
        return len(self._queue)
