# Futures: the C++ class, and what connects it with concurrent.futures.
import concurrent.futures
import contextvars

from _asyncio import Future

from . import base_futures, events, exceptions

__all__ = ('Future', 'wrap_future', 'isfuture')

isfuture = base_futures.isfuture
_CFuture = _PyFuture = Future  # there is one class


def _get_loop(fut):
    get_loop = getattr(fut, 'get_loop', None)
    return get_loop() if get_loop is not None else fut._loop


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _as_asyncio_exception(exc):
    """concurrent.futures has exceptions of its own for the same things."""
    kind = type(exc)
    if kind is concurrent.futures.CancelledError:
        return exceptions.CancelledError(*exc.args)
    if kind is concurrent.futures.TimeoutError:
        return exceptions.TimeoutError(*exc.args)
    if kind is concurrent.futures.InvalidStateError:
        return exceptions.InvalidStateError(*exc.args)
    return exc


def _copy_to_concurrent(target, source):
    """The outcome of `source`, an asyncio future, becomes that of `target`, a concurrent one."""
    assert source.done()
    if source.cancelled():
        target.cancel()
    if not target.set_running_or_notify_cancel():
        return
    error = source.exception()
    if error is not None:
        target.set_exception(_as_asyncio_exception(error))
    else:
        target.set_result(source.result())


def _copy_future_state(source, dest):
    """The outcome of `source`, of either kind, becomes that of `dest`, an asyncio future."""
    assert source.done()
    if dest.cancelled():
        return
    assert not dest.done()
    if source.cancelled():
        dest.cancel()
        return
    error = source.exception()
    if error is not None:
        dest.set_exception(_as_asyncio_exception(error))
    else:
        dest.set_result(source.result())


def _chain_future(source, destination):
    """When `source` ends, so does `destination`; cancelling the latter cancels the former."""
    for future, name in ((source, 'source'), (destination, 'destination')):
        if not isfuture(future) and not isinstance(future, concurrent.futures.Future):
            raise TypeError(f'A future is required for {name} argument')
    source_loop = _get_loop(source) if isfuture(source) else None
    dest_loop = _get_loop(destination) if isfuture(destination) else None

    def set_state(future, other):
        if isfuture(future):
            _copy_future_state(other, future)
        else:
            _copy_to_concurrent(future, other)

    def pass_cancel_on(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is dest_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def pass_outcome_on(source):
        if destination.cancelled() and dest_loop is not None and dest_loop.is_closed():
            return
        if dest_loop is None or dest_loop is source_loop:
            set_state(destination, source)
        elif not dest_loop.is_closed():
            dest_loop.call_soon_threadsafe(set_state, destination, source)

    destination.add_done_callback(pass_cancel_on)
    source.add_done_callback(pass_outcome_on)


def wrap_future(future, *, loop=None):
    """An asyncio future for a concurrent.futures one."""
    if isfuture(future):
        return future
    assert isinstance(future, concurrent.futures.Future), \
        f'concurrent.futures.Future is expected, got {future!r}'
    if loop is None:
        loop = events.get_event_loop()
    wrapped = loop.create_future()
    _chain_future(future, wrapped)
    return wrapped
