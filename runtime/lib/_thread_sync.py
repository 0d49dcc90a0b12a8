"""What threads wait on: Condition, Event, Semaphore, Barrier, made of the locks of _thread. Public as `threading`."""
from _collections import deque
from _thread import RLock as _ReentrantLock, allocate_lock as Lock, get_ident
from time import monotonic

__name__ = "threading"  # the classes below say where scripts find them


def RLock(*args, **kwargs):
    """A lock that its holder may take again; it must be released as often."""
    return _ReentrantLock(*args, **kwargs)


class _RLock:
    """The same in Python, on a plain lock: for who wants to see how it is made, or to make another of it."""

    def __init__(self):
        self._block = Lock()
        self._owner = None
        self._count = 0

    def __repr__(self):
        state = "locked" if self._block.locked() else "unlocked"
        return (f"<{state} {type(self).__module__}.{type(self).__qualname__} object owner={self._owner} "
                f"count={self._count} at {hex(id(self))}>")

    def _at_fork_reinit(self):
        self._block = Lock()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return 1
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = me
            self._count = 1
        return taken

    __enter__ = acquire

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, kind, value, traceback):
        self.release()

    def _release_save(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._count, self._owner
        self._count = 0
        self._owner = None
        self._block.release()
        return state

    def _acquire_restore(self, state):
        self._block.acquire()
        self._count, self._owner = state

    def _is_owned(self):
        return self._owner == get_ident()

    def _recursion_count(self):
        return self._count if self._is_owned() else 0


def _deprecated(old, new):
    import warnings
    warnings.warn(f"{old} is deprecated, {new}", DeprecationWarning, stacklevel=3)


class Condition:
    """A lock, and a line of threads that wait, without it, until another tells them that something has changed."""

    def __init__(self, lock=None):
        if lock is None:
            lock = _ReentrantLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        # A lock that counts its owner's entries gives all of them up while its owner waits.
        for name in ("_release_save", "_acquire_restore", "_is_owned"):
            method = getattr(lock, name, None)
            if method is not None:
                setattr(self, name, method)
        self._waiters = deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        """Of a lock without an owner all that can be said is whether somebody holds it."""
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Give the lock up, wait for a notification or the timeout, take the lock again; whether one came."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        saved = self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()
            elif timeout > 0:
                notified = waiter.acquire(True, timeout)
            else:
                notified = waiter.acquire(False)
        finally:
            self._acquire_restore(saved)
            if not notified:
                if waiter.locked():
                    self._leave(waiter)
                else:
                    notified = True  # it came between the timeout and here, and must not be lost
        return notified

    def _leave(self, waiter):
        try:
            self._waiters.remove(waiter)
        except ValueError:
            pass

    def wait_for(self, predicate, timeout=None):
        """Wait until the predicate is true or the time is over; the predicate's last answer."""
        deadline = None
        answer = predicate()
        while not answer:
            if timeout is not None:
                if deadline is None:
                    deadline = monotonic() + timeout
                else:
                    timeout = deadline - monotonic()
                if timeout <= 0:
                    break
            self.wait(timeout)
            answer = predicate()
        return answer

    def notify(self, n=1):
        """Wake the n threads that have waited longest."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        while n > 0 and waiters:
            waiter = waiters[0]
            if waiter.locked():  # else a notification that an interrupt cut short has woken this one
                waiter.release()
                n -= 1
            self._leave(waiter)

    def notify_all(self):
        """Wake all that wait."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        _deprecated("notifyAll()", "use notify_all() instead")
        self.notify_all()


class Semaphore:
    """A number of permits: acquire() takes one and waits while there is none, release() puts some back."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            deadline = None
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if deadline is None:
                        deadline = monotonic() + timeout
                    else:
                        timeout = deadline - monotonic()
                    if timeout <= 0:
                        return False
                self._cond.wait(timeout)
            self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, exc_type, exc_value, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to hold more permits than it began with."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        cls = type(self)
        status = "set" if self._flag else "unset"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {status}>"

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated("isSet()", "use is_set() instead")
        return self.is_set()

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        """Wait until the flag is set or the time is over; whether it was set."""
        with self._cond:
            # A notification counts even if somebody clears the flag before this thread runs again.
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted, reset, or a thread's wait timed out or was interrupted."""


class _Round:
    """One filling of a barrier: those who arrived in it leave it together, or learn that it broke."""

    __slots__ = "arrived", "full", "broken"

    def __init__(self):
        self.arrived = 0
        self.full = self.broken = False

    def is_over(self):
        return self.full or self.broken


class Barrier:
    """A meeting point: wait() returns when as many threads as agreed are waiting."""

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._round = _Round()

    def __repr__(self):
        cls = type(self)
        state = "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>"

    def wait(self, timeout=None):
        """Wait for the others; the number of those who had come before. The last to come runs the action."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            meeting = self._round
            if meeting.broken:
                raise BrokenBarrierError
            before = meeting.arrived
            meeting.arrived += 1
            if meeting.arrived == self._parties:
                self._open(meeting)
            else:
                self._wait_for_others(meeting, timeout)
            return before

    def _open(self, meeting):
        try:
            if self._action:
                self._action()
        except:
            self._break(meeting)
            raise
        meeting.full = True
        self._round = _Round()
        self._cond.notify_all()

    def _wait_for_others(self, meeting, timeout):
        try:
            in_time = self._cond.wait_for(meeting.is_over, timeout)
        except:
            if not meeting.is_over():
                meeting.arrived -= 1
            raise
        if not in_time:
            self._break(meeting)
        if meeting.broken:
            raise BrokenBarrierError

    def _break(self, meeting):
        meeting.broken = True
        self._cond.notify_all()

    def reset(self):
        """Send those who wait away with BrokenBarrierError and begin anew."""
        with self._cond:
            self._break(self._round)
            self._round = _Round()

    def abort(self):
        """Break the barrier for all, those who wait and those who come, until it is reset."""
        with self._cond:
            self._break(self._round)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        meeting = self._round
        return 0 if meeting.broken else meeting.arrived

    @property
    def broken(self):
        return self._round.broken
