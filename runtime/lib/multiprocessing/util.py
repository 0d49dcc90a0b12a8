# What the modules of the package share: finalizers, names, logging.
import atexit
import itertools
import os
import threading
import weakref

abstract_sockets_supported = True  # of Linux: names that are no files


def is_abstract_socket_namespace(address):
    """Whether it is the name of a socket that is no file."""
    return bool(address) and address[0] in (0, '\0')


NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING = 0, 5, 10, 20, 25
LOGGER_NAME = 'multiprocessing'
DEFAULT_LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s'

_logger = None
_log_to_stderr = False


def get_logger():
    global _logger
    if _logger is None:
        import logging
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
    return _logger


def log_to_stderr(level=None):
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return logger


def _log(level, msg, args):
    if _logger:
        _logger.log(level, msg, *args, stacklevel=3)


def sub_debug(msg, *args):
    _log(SUBDEBUG, msg, args)


def debug(msg, *args):
    _log(DEBUG, msg, args)


def info(msg, *args):
    _log(INFO, msg, args)


def sub_warning(msg, *args):
    _log(SUBWARNING, msg, args)


# --- finalizers, in the order of their priority at the end of a process

_finalizer_registry = {}
_finalizer_counter = itertools.count()


class Finalize:
    """Calls callback(*args, **kwargs) when obj dies, or at the end of the process if it has a priority."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError('Exitpriority ({0!r}) must be None or int, not {1!s}'.format(exitpriority,
                                                                                         type(exitpriority)))
        self._weakref = None if obj is None else weakref.ref(obj, self)
        if obj is None and exitpriority is None:
            raise ValueError('Without object, exitpriority cannot be None')
        self._callback, self._args, self._kwargs = callback, args, kwargs or {}
        self._key = (exitpriority, next(_finalizer_counter))
        self._pid = os.getpid()
        _finalizer_registry[self._key] = self

    def __call__(self, wr=None):
        if _finalizer_registry.pop(self._key, None) is None:
            return None
        result = self._callback(*self._args, **self._kwargs) if self._pid == os.getpid() else None
        self._forget()
        return result

    def _forget(self):
        self._weakref = self._callback = self._args = self._kwargs = None

    def cancel(self):
        if _finalizer_registry.pop(self._key, None) is not None:
            self._forget()

    def still_active(self):
        return self._key in _finalizer_registry


def _run_finalizers(minpriority=None):
    def wanted(key):
        return key[0] is not None and (minpriority is None or key[0] >= minpriority)

    for key in sorted(filter(wanted, list(_finalizer_registry)), reverse=True):
        finalizer = _finalizer_registry.get(key)
        if finalizer is not None:
            try:
                finalizer()
            except Exception:
                import traceback
                traceback.print_exc()
    if minpriority is None:
        _finalizer_registry.clear()


_exiting = False


def is_exiting():
    return _exiting


def _exit_function():
    global _exiting
    if _exiting:
        return
    _exiting = True
    _run_finalizers(0)
    from .process import active_children, current_process
    if current_process() is not None:
        for process in active_children():
            if process.daemon:
                process._popen.terminate()
        for process in active_children():
            process.join()
    _run_finalizers()


atexit.register(_exit_function)


# --- what must be done in a child

_afterfork_registry = weakref.WeakValueDictionary()
_afterfork_counter = itertools.count()


def register_after_fork(obj, func):
    _afterfork_registry[(next(_afterfork_counter), id(obj), func)] = obj


def _run_after_forkers():
    for (_, _, func), obj in sorted(_afterfork_registry.items(), key=lambda item: item[0][0]):
        func(obj)


class ForkAwareThreadLock:
    """A lock of threads that is free again in a child."""

    def __init__(self):
        self._at_fork_reinit()
        register_after_fork(self, ForkAwareThreadLock._at_fork_reinit)

    def _at_fork_reinit(self):
        self._lock = threading.Lock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


class ForkAwareLocal(threading.local):
    def __init__(self):
        register_after_fork(self, lambda obj: obj.__dict__.clear())

    def __reduce__(self):
        return type(self), ()


def get_temp_dir():
    from .process import current_process
    config = current_process()._config
    folder = config.get('tempdir')
    if folder is None:
        import shutil
        import tempfile
        folder = tempfile.mkdtemp(prefix='pymp-')
        Finalize(None, shutil.rmtree, args=(folder,), kwargs={'ignore_errors': True}, exitpriority=-100)
        config['tempdir'] = folder
    return folder


def _flush_std_streams():
    import sys
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


def _cleanup_tests():
    """Ends what a test may have left: children that nobody waited for, finalizers that are due."""
    import gc
    from . import process
    process._cleanup()
    _run_finalizers()
    gc.collect()
