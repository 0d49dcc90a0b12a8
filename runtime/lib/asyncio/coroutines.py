# What counts as a coroutine, and how one is shown.
import collections.abc
import inspect
import os
import sys
import types

__all__ = ('iscoroutinefunction', 'iscoroutine')

_is_coroutine = True  # mark of functions that are coroutine functions by declaration; unittest.mock sets it too
_COROUTINE_TYPES = (types.CoroutineType, types.GeneratorType, collections.abc.Coroutine)


def _is_debug_mode():
    return sys.flags.dev_mode or (not sys.flags.ignore_environment and bool(os.environ.get('PYTHONASYNCIODEBUG')))


def iscoroutinefunction(func):
    """True for a function defined with `async def`, or marked as a coroutine function."""
    return inspect.iscoroutinefunction(func) or getattr(func, '_is_coroutine', None) is _is_coroutine


def iscoroutine(obj):
    """True for a coroutine object."""
    return isinstance(obj, _COROUTINE_TYPES)


def _format_coroutine(coro):
    def name():
        text = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
        return f'{text}()' if text else f'<{type(coro).__name__} without __name__>()'

    def first(*names):
        for each in names:
            try:
                return getattr(coro, each)
            except AttributeError:
                pass
        return None

    code = first('cr_code', 'gi_code')
    running = first('cr_running', 'gi_running')
    if not code:
        return f'{name()} running' if running else name()
    filename = code.co_filename or '<empty co_filename>'
    frame = first('gi_frame', 'cr_frame')
    if frame is None:
        return f'{name()} done, defined at {filename}:{code.co_firstlineno}'
    return f'{name()} running at {filename}:{frame.f_lineno}'
