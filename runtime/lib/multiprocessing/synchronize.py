# Locks that processes share. Their memory is the system's: runtime/modules/multiprocessing.cpp.
import os
import sys
import threading
import time

import _multiprocessing

from . import context, process, util

__all__ = ['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event', 'Barrier']

RECURSIVE_MUTEX, SEMAPHORE = 0, 1
SEM_VALUE_MAX = _multiprocessing.SemLock.SEM_VALUE_MAX


class SemLock:
    def __init__(self, kind, value, maxvalue, *, ctx=None):
        if ctx is None:
            ctx = context._default_context.get_context()
        unlink_now = ctx.get_start_method() == 'fork'
        for _ in range(100):
            try:
                lock = _multiprocessing.SemLock(kind, value, maxvalue, self._make_name(), unlink_now)
                break
            except FileExistsError:
                pass
        else:
            raise FileExistsError('cannot find name for semaphore')
        self._semlock = lock
        self._make_methods()
        util.register_after_fork(self, lambda obj: obj._semlock._after_fork())
        if lock.name is not None:
            util.Finalize(self, _multiprocessing.sem_unlink, (lock.name,), exitpriority=0)

    @staticmethod
    def _make_name():
        return '%s-%s' % (process.current_process()._config.get('semprefix', '/mp'), os.urandom(6).hex())

    def _make_methods(self):
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __getstate__(self):
        context.assert_spawning(self)
        lock = self._semlock
        if lock.name is None:
            raise RuntimeError('A SemLock created in a fork context is being shared with a process in a spawn context. '
                               'This is not supported. Please use the same context to create multiprocessing objects '
                               'and Process.')
        return lock.handle, lock.kind, lock.maxvalue, lock.name

    def __setstate__(self, state):
        self._semlock = _multiprocessing.SemLock._rebuild(*state)
        self._make_methods()

    def _owner_name(self, several):
        """Who holds it, as reprs say."""
        if self._semlock._is_mine():
            name = process.current_process().name
            if threading.current_thread().name != 'MainThread':
                name += '|' + threading.current_thread().name
            return name
        if self._semlock._get_value() == 1:
            return 'None'
        return 'SomeOtherThread' if several or self._semlock._count() > 0 else 'SomeOtherProcess'


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx=None):
        super().__init__(SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        return self._semlock._get_value()

    def _shown_value(self):
        try:
            return self._semlock._get_value()
        except Exception:
            return 'unknown'

    def __repr__(self):
        return '<%s(value=%s)>' % (type(self).__name__, self._shown_value())


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

    def __repr__(self):
        return '<%s(value=%s, maxvalue=%s)>' % (type(self).__name__, self._shown_value(), self._semlock.maxvalue)


class Lock(SemLock):
    def __init__(self, *, ctx=None):
        super().__init__(SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        return '<%s(owner=%s)>' % (type(self).__name__, self._owner_name(False))


class RLock(SemLock):
    def __init__(self, *, ctx=None):
        super().__init__(RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        owner = self._owner_name(False)
        count = {'None': 0, 'SomeOtherThread': 'nonzero', 'SomeOtherProcess': 'nonzero'}.get(owner)
        return '<%s(%s, %s)>' % (type(self).__name__, owner, self._semlock._count() if count is None else count)


class Condition:
    """Sleepers count themselves, and those that wake them wait until they have gone on."""

    def __init__(self, lock=None, *, ctx=None):
        if ctx is None:
            ctx = context._default_context.get_context()
        self._lock = lock or ctx.RLock()
        self._sleeping_count = ctx.Semaphore(0)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._make_methods()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._make_methods()

    def _make_methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        try:
            waiters = self._sleeping_count.get_value() - self._woken_count.get_value()
        except Exception:
            waiters = 'unknown'
        return '<%s(%s, %s)>' % (type(self).__name__, self._lock, waiters)

    def wait(self, timeout=None):
        assert self._lock._semlock._is_mine(), 'must acquire() condition before using wait()'
        self._sleeping_count.release()
        count = self._lock._semlock._count()
        for _ in range(count):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(count):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._semlock._is_mine(), 'lock is not owned'
        assert not self._wait_semaphore.acquire(False), 'notify: Should not have been able to acquire _wait_semaphore'
        while self._woken_count.acquire(False):  # who gave up waiting sleeps no longer
            assert self._sleeping_count.acquire(False), 'notify: Bug in sleeping_count.acquire - res should not be False'
        sleepers = 0
        while sleepers < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            sleepers += 1
        if sleepers:
            for _ in range(sleepers):
                self._woken_count.acquire()
            while self._wait_semaphore.acquire(False):  # of those that gave up meanwhile
                pass

    def notify_all(self):
        self.notify(n=sys.maxsize)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else time.monotonic() + timeout
        while not result:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


class Event:
    def __init__(self, *, ctx=None):
        if ctx is None:
            ctx = context._default_context.get_context()
        self._cond = ctx.Condition(ctx.Lock())
        self._flag = ctx.Semaphore(0)

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
            else:
                self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def __repr__(self):
        return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"


_FILLING, _DRAINING, _RESETTING, _BROKEN = range(4)


class Barrier:
    """Processes wait until there are `parties` of them."""

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        from .sharedctypes import RawArray
        if ctx is None:
            ctx = context._default_context.get_context()
        self._parties, self._action, self._timeout = parties, action, timeout
        self._cond = ctx.Condition()
        self._array = RawArray('i', 2)  # state, how many wait

    def _get_state(self):
        return self._array[0]

    def _set_state(self, state):
        self._array[0] = state

    def _leave(self):
        self._array[1] -= 1
        if self._array[1] == 0 and self._get_state() in (_DRAINING, _RESETTING):
            self._set_state(_FILLING)
            self._cond.notify_all()

    def wait(self, timeout=None):
        """The number of processes that came before this one."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._cond.wait_for(lambda: self._get_state() not in (_DRAINING, _RESETTING))
            if self._get_state() == _BROKEN:
                raise threading.BrokenBarrierError
            number = self._array[1]
            self._array[1] += 1
            try:
                if number + 1 == self._parties:
                    self._open()
                else:
                    self._wait(timeout)
                return number
            finally:
                self._leave()

    def _open(self):
        try:
            if self._action:
                self._action()
        except:
            self._break()
            raise
        self._set_state(_DRAINING)
        self._cond.notify_all()

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._get_state() != _FILLING, timeout):
            self._break()
            raise threading.BrokenBarrierError
        if self._get_state() in (_RESETTING, _BROKEN):
            raise threading.BrokenBarrierError

    def _break(self):
        self._set_state(_BROKEN)
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._array[1] > 0:
                self._set_state(_RESETTING)
                self._cond.notify_all()
            else:
                self._set_state(_FILLING)

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._array[1] if self._get_state() == _FILLING else 0

    @property
    def broken(self):
        return self._get_state() == _BROKEN
