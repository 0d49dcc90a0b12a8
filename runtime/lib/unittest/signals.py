"""Ctrl-C in a test run: the first one stops after the test that runs, the second one at once."""
import signal
import weakref
from functools import wraps

__unittest = True
_results = weakref.WeakKeyDictionary()
_interrupt_handler = None


class _Interrupt:
    def __init__(self, default):
        self.called, self.original = False, default
        if isinstance(default, signal.Handlers):
            default = {signal.SIG_DFL: signal.default_int_handler}.get(default, lambda number, frame: None)
        elif not callable(default):
            raise TypeError('expected SIGINT signal handler to be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
        self.default = default

    def __call__(self, number, frame):
        if signal.getsignal(signal.SIGINT) is not self or self.called:
            self.default(number, frame)
            return
        self.called = True
        for result in list(_results.keys()):
            result.stop()


def registerResult(result):
    """Ctrl-C will stop the run of this result."""
    _results[result] = 1


def removeResult(result):
    """Forgets a result; whether it was known."""
    return bool(_results.pop(result, None))


def installHandler():
    """Sets the handler, once."""
    global _interrupt_handler
    if _interrupt_handler is None:
        _interrupt_handler = _Interrupt(signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, _interrupt_handler)


def removeHandler(method=None):
    """Sets the handler of before again; as a decorator, while a function runs."""
    if method is not None:
        @wraps(method)
        def inner(*args, **kwargs):
            before = signal.getsignal(signal.SIGINT)
            removeHandler()
            try:
                return method(*args, **kwargs)
            finally:
                signal.signal(signal.SIGINT, before)
        return inner
    global _interrupt_handler
    if _interrupt_handler is not None:
        signal.signal(signal.SIGINT, _interrupt_handler.original)
        _interrupt_handler = None
