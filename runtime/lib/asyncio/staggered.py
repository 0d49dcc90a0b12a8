# staggered_race: several attempts, each started when the one before fails or takes too long; the first to succeed wins.
__all__ = ('staggered_race',)

from . import events, exceptions, tasks


async def staggered_race(coro_fns, delay, *, loop=None):
    """(result, index, exceptions): of the winner, and what the others raised. None, None: nobody won."""
    loop = loop or events.get_running_loop()
    functions = list(coro_fns)
    errors = [None] * len(functions)
    running = {}
    winner = None
    started = 0
    try:
        while True:
            if winner is None and started < len(functions) and (not running or started == 0 or moved_on):
                running[loop.create_task(functions[started]())] = started
                started += 1
            if not running:
                break
            more = started < len(functions)
            done, _ = await tasks.wait(running, timeout=delay if more else None, return_when=tasks.FIRST_COMPLETED)
            moved_on = not done
            for task in done:
                index = running.pop(task)
                if task.cancelled():
                    errors[index] = exceptions.CancelledError()
                elif task.exception() is not None:
                    errors[index] = task.exception()
                    moved_on = True
                elif winner is None:
                    winner = task.result(), index
            if winner is not None:
                break
    finally:
        for task in running:
            task.cancel()
        if running:
            await tasks.wait(running)
    if winner is None:
        return None, None, errors
    for index in running.values():
        errors[index] = exceptions.CancelledError()
    return *winner, errors
