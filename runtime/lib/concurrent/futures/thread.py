"""An executor whose workers are threads."""
from _weakref import ref
from concurrent.futures import _base
from itertools import count
from queue import Empty, SimpleQueue
import threading

_workers = {}  # thread -> the queue it serves, so that the end of the script can send them home
_shutdown = False
_shutdown_lock = threading.Lock()  # between the end of the script and those who submit


class BrokenThreadPool(_base.BrokenExecutor):
    """A worker's initializer raised."""


class _WorkItem:
    __slots__ = "future", "fn", "args", "kwargs"

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None  # the traceback holds this frame, and the future the exception
        else:
            self.future.set_result(result)


def _work(executor_reference, work_queue, initializer, initargs):
    """A worker's life. It holds its executor by a weak reference only: one that nobody holds any more shuts down."""
    try:
        if initializer is None or _initialize(executor_reference, initializer, initargs):
            _serve(executor_reference, work_queue)
    finally:
        _workers.pop(threading.current_thread(), None)


def _initialize(executor_reference, initializer, initargs):
    try:
        initializer(*initargs)
        return True
    except BaseException:
        _base.log("Exception in initializer:", with_exception=True)
        executor = executor_reference()
        if executor is not None:
            executor._initializer_failed()
        return False


def _serve(executor_reference, work_queue):
    while True:
        item = work_queue.get()
        if item is not None:
            item.run()
            del item  # not to be held while waiting for the next
        executor = executor_reference()
        if executor is None or executor._shutdown or _shutdown:
            if not work_queue.empty():
                continue  # what was handed in is done before the end
            work_queue.put(None)  # wake the next worker
            return
        executor._idle_semaphore.release()
        del executor


class ThreadPoolExecutor(_base.Executor):
    """Up to max_workers threads that take work from one queue; a thread is started when none is idle."""

    _number = count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            from os import cpu_count
            max_workers = min(32, (cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{self._number()}"
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _shutdown:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._start_worker_if_needed()
            return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def _start_worker_if_needed(self):
        if self._idle_semaphore.acquire(blocking=False) or len(self._threads) >= self._max_workers:
            return
        wake_worker = self._work_queue.put
        thread = threading.Thread(name=f"{self._thread_name_prefix}_{len(self._threads)}", target=_work,
                                  args=(ref(self, lambda _: wake_worker(None)), self._work_queue,
                                        self._initializer, self._initargs))
        _workers[thread] = self._work_queue
        self._threads.add(thread)
        thread.start()

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for item in self._drain():
                item.future.set_exception(BrokenThreadPool(self._broken))

    def _drain(self):
        """Take all work that has not begun."""
        items = []
        while True:
            try:
                item = self._work_queue.get_nowait()
            except Empty:
                return items
            if item is not None:
                items.append(item)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for item in self._drain():
                    item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__


def _end_all():
    """The script is over: let the workers finish what was handed in, and wait for them."""
    global _shutdown
    with _shutdown_lock:
        _shutdown = True
    workers = list(_workers.items())
    for _, work_queue in workers:
        work_queue.put(None)
    for thread, _ in workers:
        thread.join()


threading._register_atexit(_end_all)
