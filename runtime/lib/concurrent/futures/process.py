# ProcessPoolExecutor: calls run in processes.
import itertools
import multiprocessing as mp
import os
import queue
import threading
import traceback
import weakref
from functools import partial
from multiprocessing.connection import wait

from concurrent.futures import _base


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker ended in the middle of a call."""


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    def __init__(self, exc, tb):
        text = ''.join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.exc.__traceback__ = None
        self.tb = '\n"""\n%s"""' % text

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


def _process_worker(calls, results, initializer, initargs, max_tasks):
    """The life of a worker: (number, function, args, kwargs) in, (number, error, result) out."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            import logging
            logging.getLogger('concurrent.futures').critical('Exception in initializer:', exc_info=True)
            return
    done = 0
    while max_tasks is None or done < max_tasks:
        item = calls.get()
        if item is None:
            return
        number, fn, args, kwargs = item
        try:
            answer = number, None, fn(*args, **kwargs)
        except BaseException as e:
            answer = number, _ExceptionWithTraceback(e, e.__traceback__), None
        try:
            results.put(answer)
        except BaseException as e:
            results.put((number, _ExceptionWithTraceback(e, e.__traceback__), None))
        done += 1
        item = fn = args = kwargs = answer = None
    results.put(os.getpid())  # this worker leaves: another shall come


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


_executors = weakref.WeakSet()


def _end_all():
    for executor in list(_executors):
        executor.shutdown(wait=True)


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError('max_tasks_per_child must be an integer')
            if max_tasks_per_child <= 0:
                raise ValueError('max_tasks_per_child must be >= 1')
        if mp_context is None:
            mp_context = mp.get_context('spawn' if max_tasks_per_child is not None else None)
        elif max_tasks_per_child is not None and mp_context.get_start_method(allow_none=False) == 'fork':
            raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; supply "
                             'a different mp_context.')
        self._mp_context = mp_context
        self._max_workers = max_workers
        self._initializer, self._initargs = initializer, initargs
        self._max_tasks_per_child = max_tasks_per_child
        self._processes = {}
        self._calls = mp_context.SimpleQueue()
        self._results = mp_context.SimpleQueue()
        self._wake_reader, self._wake_writer = mp_context.Pipe(duplex=False)
        self._awake = False
        self._numbers = itertools.count()
        self._pending = queue.SimpleQueue()   # numbers of calls that no worker has yet
        self._work = {}                       # number: (future, function, args, kwargs)
        self._running = 0                     # calls that were handed out
        self._lock = threading.Lock()
        self._shut_down = False
        self._cancel_pending = False
        self._broken = None
        self._manager = None

    # --- the thread that hands out calls and takes results

    def _wake_up(self):
        if not self._awake:  # one message is enough: the pipe never fills up
            self._awake = True
            self._wake_writer.send_bytes(b'')

    def _start(self):
        if self._manager is None:
            for _ in range(self._max_workers):
                self._add_worker()
            _executors.add(self)
            self._manager = threading.Thread(target=self._manage, daemon=True)
            self._manager.start()

    def _add_worker(self):
        process = self._mp_context.Process(target=_process_worker, args=(
            self._calls, self._results, self._initializer, self._initargs, self._max_tasks_per_child))
        process.start()
        self._processes[process.pid] = process

    def _manage(self):
        while True:
            self._hand_out()
            if self._is_over():
                break
            sentinels = [process.sentinel for process in list(self._processes.values())]
            ready = wait([self._results._reader, self._wake_reader, *sentinels])
            if self._results._reader in ready:
                self._take(self._results.get())
            elif self._wake_reader in ready:
                self._wake_reader.recv_bytes()
                self._awake = False
            else:
                self._break()
                break
        self._end_workers()

    def _is_over(self):
        with self._lock:
            if not self._shut_down:
                return False
            if self._cancel_pending:
                self._cancel_all()
            return not self._work

    def _cancel_all(self):
        while not self._pending.empty():
            number = self._pending.get()
            self._work.pop(number)[0].cancel()

    def _hand_out(self):
        while self._running <= self._max_workers and not self._pending.empty():
            number = self._pending.get()
            future, fn, args, kwargs = self._work[number]
            if not future.set_running_or_notify_cancel():
                del self._work[number]
                continue
            try:
                self._calls.put((number, fn, args, kwargs))
                self._running += 1
            except Exception as e:
                del self._work[number]
                future.set_exception(e)

    def _take(self, answer):
        if isinstance(answer, int):
            self._processes.pop(answer).join()
            if not self._shut_down or self._work:
                self._add_worker()
            return
        number, error, result = answer
        future = self._work.pop(number)[0]
        self._running -= 1
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)

    def _break(self):
        text = 'A process in the process pool was terminated abruptly while the future was running or pending.'
        with self._lock:
            self._broken = ('A child process terminated abruptly, the process pool is not usable anymore')
            self._shut_down = True
        for future, *_ in self._work.values():
            try:
                future.set_exception(BrokenProcessPool(text))
            except _base.InvalidStateError:
                pass
        self._work.clear()
        for process in self._processes.values():
            process.terminate()

    def _end_workers(self):
        if not self._broken:
            for _ in self._processes:
                self._calls.put(None)
        for process in self._processes.values():
            process.join()
        self._processes = {}

    # --- what users call

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shut_down:
                raise RuntimeError('cannot schedule new futures after shutdown')
            future = _base.Future()
            number = next(self._numbers)
            self._work[number] = future, fn, args, kwargs
            self._pending.put(number)
            self._start()
            self._wake_up()
            return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        rows = zip(*iterables)
        chunks = iter(lambda: tuple(itertools.islice(rows, chunksize)), ())
        results = super().map(partial(_process_chunk, fn), chunks, timeout=timeout)
        return self._each(results)

    @staticmethod
    def _each(chunks):
        for chunk in chunks:
            chunk.reverse()
            while chunk:
                yield chunk.pop()

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._cancel_pending = cancel_futures
            self._shut_down = True
            manager = self._manager
            self._wake_up()
        if manager is not None and wait:
            manager.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__


threading._register_atexit(_end_all)
