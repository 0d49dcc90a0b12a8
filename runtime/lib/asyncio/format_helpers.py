# How callbacks and stacks are shown in messages of asyncio.
import functools
import inspect
import reprlib
import sys
import traceback

from . import constants


def _get_function_source(func):
    """(filename, line) of where it is defined, or None."""
    func = inspect.unwrap(func)
    if inspect.isfunction(func):
        return func.__code__.co_filename, func.__code__.co_firstlineno
    if isinstance(func, functools.partial):
        return _get_function_source(func.func)
    if isinstance(func, functools.partialmethod):
        return _get_function_source(func.func)
    return None


def _format_callback_source(func, args):
    text = _format_callback(func, args, None)
    source = _get_function_source(func)
    if source:
        text += f' at {source[0]}:{source[1]}'
    return text


def _format_args_and_kwargs(args, kwargs):
    parts = [reprlib.repr(arg) for arg in args or ()]
    parts += [f'{name}={reprlib.repr(value)}' for name, value in (kwargs or {}).items()]
    return f"({', '.join(parts)})"


def _format_callback(func, args, kwargs, suffix=''):
    if isinstance(func, functools.partial):
        return _format_callback(func.func, func.args, func.keywords, _format_args_and_kwargs(args, kwargs) + suffix)
    name = getattr(func, '__qualname__', None) or getattr(func, '__name__', None) or repr(func)
    return name + _format_args_and_kwargs(args, kwargs) + suffix


def extract_stack(f=None, limit=None):
    """The stack at that frame (the caller's), as far as it is worth keeping; lines are read later, if at all."""
    if f is None:
        f = sys._getframe().f_back
    if limit is None:
        limit = constants.DEBUG_STACK_DEPTH
    stack = traceback.StackSummary.extract(traceback.walk_stack(f), limit=limit, lookup_lines=False)
    stack.reverse()
    return stack
