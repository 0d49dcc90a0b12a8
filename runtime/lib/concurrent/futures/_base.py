"""Futures, waiting for several of them, and what executors have in common. Those who do the work stand elsewhere."""
from collections import namedtuple
from queue import Empty, SimpleQueue
from time import monotonic
import sys
import threading

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"                            # by its owner; who wait do not know yet
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"  # and the executor has found out
FINISHED = "FINISHED"

_over = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_final = (CANCELLED_AND_NOTIFIED, FINISHED)
_state_names = {CANCELLED_AND_NOTIFIED: "cancelled"}

DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")
TimeoutError = TimeoutError


class Error(Exception):
    """What all errors of futures are."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The future is in a state that does not allow this."""


class BrokenExecutor(RuntimeError):
    """The executor cannot work any more."""


def log(message, *args, with_exception=False):
    """Log through logging if the script has loaded it; else print what logging would print by itself."""
    logging = sys.modules.get("logging")
    if logging is not None:
        logging.getLogger("concurrent.futures").error(message, *args, exc_info=with_exception)
        return
    if sys.stderr is None:
        return
    print(message % args, file=sys.stderr)
    if with_exception:
        import traceback
        traceback.print_exc()


class Future:
    """A result to come. The executor fills it; everybody may wait for it."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._watchers = []  # called with the future once it is final, under its lock: wait() and as_completed()
        self._done_callbacks = []

    __class_getitem__ = classmethod(type(list[int]))

    def __repr__(self):
        with self._condition:
            text = f"{type(self).__name__} at {id(self):#x} state={_state_names.get(self._state, self._state.lower())}"
            if self._state == FINISHED:
                if self._exception:
                    text += f" raised {type(self._exception).__name__}"
                else:
                    text += f" returned {type(self._result).__name__}"
        return f"<{text}>"

    def cancel(self):
        """Cancel the work if it has not begun; whether it is cancelled."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state != PENDING:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._run_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in _over

    def add_done_callback(self, fn):
        """Have fn(self) called when the future is done, by the thread that completes it; at once if it is done."""
        with self._condition:
            if self._state not in _over:
                self._done_callbacks.append(fn)
                return
        self._call_back(fn)

    def _run_callbacks(self):
        for callback in self._done_callbacks:
            self._call_back(callback)

    def _call_back(self, callback):
        try:
            callback(self)
        except Exception:
            log("exception calling callback for %r", self, with_exception=True)

    def _wait_until_over(self, timeout):
        """With the lock held: wait for the end; CancelledError, or TimeoutError if it does not come in time."""
        if self._state not in _over:
            self._condition.wait(timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """What the work returned, or the exception it raised."""
        try:
            with self._condition:
                self._wait_until_over(timeout)
                if self._exception:
                    raise self._exception
                return self._result
        finally:
            self = None  # the exception's traceback holds this frame, and the future the exception

    def exception(self, timeout=None):
        """The exception the work raised, or None."""
        with self._condition:
            self._wait_until_over(timeout)
            return self._exception

    # For executors and tests:

    def set_running_or_notify_cancel(self):
        """The work is about to begin; False if it was cancelled, and those who wait then know."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell_watchers()
                return False
            if self._state != PENDING:
                log("Future %s in unexpected state: %s", id(self), self._state)
                raise RuntimeError("Future in unexpected state")
            self._state = RUNNING
            return True

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._state in _over:
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            self._tell_watchers()
            self._condition.notify_all()
        self._run_callbacks()

    # For wait() and as_completed():

    def _tell_watchers(self):
        for watcher in self._watchers:
            watcher(self)

    def _watch(self, watcher):
        """Have the watcher called when the future is final, or now if it is."""
        with self._condition:
            if self._state in _final:
                watcher(self)
            else:
                self._watchers.append(watcher)

    def _unwatch(self, watcher):
        with self._condition:
            if watcher in self._watchers:
                self._watchers.remove(watcher)


class _Meeting:
    """Collects the futures of one wait() that are final, and tells when they suffice."""

    def __init__(self, number, return_when):
        self.done = []
        self.enough = threading.Event()
        self._lock = threading.Lock()
        self._missing = number
        self._return_when = return_when

    def arrive(self, future):
        with self._lock:
            self.done.append(future)
            self._missing -= 1
            if self._missing == 0 or self._suffices(future):
                self.enough.set()

    def _suffices(self, future):
        if self._return_when == FIRST_EXCEPTION:
            return future._state == FINISHED and future._exception is not None
        return self._return_when == FIRST_COMPLETED


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait until all futures are done, or the first, or the first that raises; the sets of those done and not done."""
    futures = set(fs)
    meeting = _Meeting(len(futures), return_when)
    for future in futures:
        future._watch(meeting.arrive)
    try:
        if futures and not meeting.enough.is_set():
            if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
                raise ValueError(f"Invalid return condition: {return_when!r}")
            meeting.enough.wait(timeout)
    finally:
        for future in futures:
            future._unwatch(meeting.arrive)
    done = set(meeting.done)
    return DoneAndNotDoneFutures(done, futures - done)


def as_completed(fs, timeout=None):
    """The futures, each once, in the order in which they complete; TimeoutError when the time is over before."""
    deadline = None if timeout is None else monotonic() + timeout
    pending = set(fs)
    total = len(pending)
    arrivals = SimpleQueue()
    for future in pending:
        future._watch(arrivals.put)
    future = None
    try:
        while pending:
            try:
                arrived = [arrivals.get(timeout=None if deadline is None else max(deadline - monotonic(), 0))]
            except Empty:
                raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished") from None
            pending.remove(arrived[0])
            yield arrived.pop()  # no variable here keeps the future while the caller works on it
    finally:
        for future in pending:
            future._unwatch(arrivals.put)


class Executor:
    """Where work is handed in."""

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) done; the future of its result."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of the calls for the items of the iterables, in their order; all are submitted at once."""
        deadline = None if timeout is None else monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        futures.reverse()
        return _results(futures, deadline)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more work; wait until what was handed in is done."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.shutdown(wait=True)
        return False


def _results(futures, deadline):
    """The futures' results from the last to the first; those not asked for are cancelled when the caller stops."""
    try:
        while futures:
            yield _result_or_cancel(futures.pop(), deadline)
    finally:
        for future in futures:
            future.cancel()


def _result_or_cancel(future, deadline):
    try:
        try:
            return future.result(None if deadline is None else deadline - monotonic())
        finally:
            future.cancel()
    finally:
        del future  # an exception's traceback would keep it
