"""Threads as objects: Thread, Timer, and who is alive. What they wait on is _thread_sync, the machinery _thread."""
import _thread
import sys as _sys
from _thread import (TIMEOUT_MAX, _ExceptHookArgs as ExceptHookArgs, _excepthook as excepthook, _local as local,
                     error as ThreadError, get_ident, get_native_id, stack_size)
from _thread_sync import (Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Lock, RLock, Semaphore,
                          _RLock, _deprecated)
from itertools import count as _count_from

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
           "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError",
           "Timer", "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs",
           "gettrace", "getprofile", "get_native_id"]

__excepthook__ = excepthook

_CRLock = _thread.RLock
_PyRLock = _RLock
_start_new_thread = _thread.start_new_thread
_set_sentinel = _thread._set_sentinel
_next_number = _count_from(1).__next__

# Guards the tables. A thread may come twice: the collector may run a __del__ in here, which asks for enumerate().
_tables_lock = RLock()
_active = {}  # by ident
_limbo = {}   # by id; those that were asked to start and have not yet said that they run

# One lock for each thread that the exit must wait for; the engine releases it when the thread is gone.
_shutdown_locks = set()
_shutdown_locks_limit = 16

_shutting_down = False
_exit_calls = []
_profile_hook = None
_trace_hook = None


class _Dangling:
    """All Thread objects that somebody still holds, found when asked for: for tests that look for forgotten threads."""

    def __iter__(self):
        import gc
        return iter([thing for thing in gc.get_objects() if issubclass(type(thing), Thread)])

    def __len__(self):
        return sum(1 for _ in self)

    def copy(self):
        import weakref
        return weakref.WeakSet(self)


_HAVE_THREAD_NATIVE_ID = True
_dangling = _Dangling()


def _keep_for_shutdown(lock):
    """Add the lock, and now and then forget those of threads that ended and that nobody joined."""
    global _shutdown_locks_limit
    if len(_shutdown_locks) >= _shutdown_locks_limit:
        _shutdown_locks.difference_update([old for old in _shutdown_locks if not old.locked()])
        _shutdown_locks_limit = max(16, 2 * len(_shutdown_locks))
    _shutdown_locks.add(lock)


class Thread:
    """An activity with a thread of its own: a target to call, or a subclass with a run() of its own."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = f"Thread-{_next_number()}"
            if target is not None:
                try:
                    name = f"{name} ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._ready = None         # held from start() until the thread is in the table
        self._tstate_lock = None   # held by the engine while the thread exists
        self._is_started = False
        self._is_stopped = False
        self._stderr = _sys.stderr  # where excepthook writes when sys.stderr is gone
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._is_started:
            status = "started" if self.is_alive() else "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        """Begin the activity; returns when the thread runs."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        ready = Lock()
        ready.acquire()
        with _tables_lock:
            if self._is_started or id(self) in _limbo:
                raise RuntimeError("threads can only be started once")
            _limbo[id(self)] = self
        self._ready = ready
        try:
            _start_new_thread(self._bootstrap_inner, ())
        except:
            with _tables_lock:
                del _limbo[id(self)]
            raise
        ready.acquire()

    def run(self):
        """What the thread does: call the target."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # The arguments often lead back to the thread: a cycle, and memory that would outlive the work.
            del self._target, self._args, self._kwargs

    def _bootstrap_inner(self):
        try:
            self._enter()
            try:
                if _trace_hook:
                    _sys.settrace(_trace_hook)
                if _profile_hook:
                    _sys.setprofile(_profile_hook)
                self.run()
            except:
                _invoke_excepthook(self)
        finally:
            with _tables_lock:
                _active.pop(get_ident(), None)

    def _enter(self):
        """The thread's first steps: it takes its place in the table and lets start() return."""
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._tstate_lock = lock = _set_sentinel()
        lock.acquire()
        with _tables_lock:
            if not self._daemonic:
                _keep_for_shutdown(lock)
            self._is_started = True
            _active[self._ident] = self
            del _limbo[id(self)]
        ready = self._ready
        self._ready = None
        ready.release()

    def _mark_stopped(self):
        lock = self._tstate_lock
        self._is_stopped = True
        self._tstate_lock = None
        if lock is not None and not self._daemonic:
            with _tables_lock:
                _shutdown_locks.discard(lock)

    def join(self, timeout=None):
        """Wait until the thread has ended or the time is over; is_alive() tells which."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._is_started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        lock = self._tstate_lock
        if lock is None:  # joined before
            return
        try:
            if lock.acquire() if timeout is None else lock.acquire(True, max(timeout, 0)):
                lock.release()
                self._mark_stopped()
        except BaseException:
            # Interrupted between the two lines, the lock would be held for ever. While the thread lives, it holds it.
            if lock.locked() and _active.get(self._ident) is not self:
                lock.release()
                self._mark_stopped()
            raise

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        if not self._is_started or self._is_stopped:
            return False
        lock = self._tstate_lock
        if lock is not None and not lock.locked():
            self._mark_stopped()
        return not self._is_stopped

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    @property
    def daemon(self):
        """Whether the script may end while this thread still runs."""
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._is_started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated("isDaemon()", "get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon()", "set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        _deprecated("getName()", "get the name attribute instead")
        return self.name

    def setName(self, name):
        _deprecated("setName()", "set the name attribute instead")
        self.name = name


def _invoke_excepthook(thread):
    """Hand the exception that ended a thread to threading.excepthook."""
    try:
        excepthook(ExceptHookArgs([*_sys.exc_info(), thread]))
    except Exception as error:
        error.__suppress_context__ = True
        stderr = _sys.stderr or thread._stderr
        if stderr is not None:
            print("Exception in threading.excepthook:", file=stderr, flush=True)
            _sys.excepthook(*_sys.exc_info())


class Timer(Thread):
    """Call a function once after an interval, unless cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _AdoptedThread(Thread):
    """A thread that exists before its object does."""

    def __init__(self, name, daemon):
        Thread.__init__(self, name=name, daemon=daemon)
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._is_started = True
        with _tables_lock:
            _active[self._ident] = self


class _MainThread(_AdoptedThread):
    """The thread that started the script. It counts as stopped once its last statement is done."""

    def __init__(self):
        super().__init__("MainThread", False)
        self._tstate_lock = Lock()
        self._tstate_lock.acquire()


class _DummyThread(_AdoptedThread):
    """Stands for a thread that _thread started: nobody is told when it ends, so nobody can wait for it."""

    def __init__(self):
        super().__init__(f"Dummy-{_next_number()}", True)

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"


def current_thread():
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


def main_thread():
    return _main_thread


def enumerate():
    """All threads alive, those about to start included."""
    with _tables_lock:
        return [*_active.values(), *_limbo.values()]


def active_count():
    with _tables_lock:
        return len(_active) + len(_limbo)


def currentThread():
    _deprecated("currentThread()", "use current_thread() instead")
    return current_thread()


def activeCount():
    _deprecated("activeCount()", "use active_count() instead")
    return active_count()


def setprofile(func):
    """Every thread that threading starts from now on calls sys.setprofile(func) before its run()."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    return _profile_hook


def settrace(func):
    """Every thread that threading starts from now on calls sys.settrace(func) before its run()."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    return _trace_hook


def _register_atexit(func, *args, **kwargs):
    """Have a function called when the main thread has ended, before the others are waited for."""
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _exit_calls.append((func, args, kwargs))


def _shutdown():
    """Called by the engine after the script: wait for all threads that are no daemons."""
    global _shutting_down
    if _main_thread._is_stopped:
        return
    _shutting_down = True
    for function, args, kwargs in reversed(_exit_calls):
        function(*args, **kwargs)
    _main_thread._tstate_lock.release()
    _main_thread._mark_stopped()
    while True:  # those that are waited for may start others
        with _tables_lock:
            locks = list(_shutdown_locks)
            _shutdown_locks.clear()
        if not locks:
            break
        for lock in locks:
            lock.acquire()
            lock.release()


def _after_fork():
    """Called by os.fork in the child, where only the thread that forked lives on: it is the main thread now."""
    global _tables_lock, _main_thread
    _tables_lock = RLock()
    _shutdown_locks.clear()
    _limbo.clear()
    me = current_thread()
    for thread in [thread for thread in _active.values() if thread is not me]:
        thread._is_stopped = True
        thread._tstate_lock = None
    _active.clear()
    _active[get_ident()] = me
    me._ident = get_ident()
    me._native_id = get_native_id()
    if me is not _main_thread:
        me._tstate_lock = Lock()
        me._tstate_lock.acquire()
    _main_thread = me


_main_thread = _MainThread()
