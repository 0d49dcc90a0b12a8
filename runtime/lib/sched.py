"""A schedule of calls: what is due is called in order of time, then of priority, then of entry."""
from _heapq import heapify, heappop, heappush
from collections import namedtuple
from itertools import count
import threading
import time
from time import monotonic

__all__ = ["scheduler"]

Event = namedtuple("Event", "time, priority, sequence, action, argument, kwargs")
_absent = object()


class scheduler:
    """Calls actions at their time. Any thread may enter or cancel them while another is in run()."""

    def __init__(self, timefunc=monotonic, delayfunc=time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._next_sequence = count().__next__

    def enterabs(self, time, priority, action, argument=(), kwargs=_absent):
        """Plan a call at a time; what is returned can be given to cancel()."""
        if kwargs is _absent:
            kwargs = {}
        with self._lock:
            event = Event(time, priority, self._next_sequence(), action, argument, kwargs)
            heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_absent):
        """Plan a call after a delay."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Forget a planned call; ValueError if it is not planned."""
        with self._lock:
            self._queue.remove(event)
            heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Call what is planned until nothing is left; without blocking, what is due, and return the time to the next.

        An action that raises leaves the schedule whole: run() can be called again.
        """
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                now = self.timefunc()
                due = event.time <= now
                if due:
                    heappop(self._queue)
            if due:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)  # let other threads run
            elif blocking:
                self.delayfunc(event.time - now)
            else:
                return event.time - now

    @property
    def queue(self):
        """The planned calls in order."""
        with self._lock:
            return sorted(self._queue)
