"""faulthandler.dump_traceback_later(): a thread that waits, and shows where all others are when the time has passed."""
import _thread
import faulthandler
import os

_waiting = None  # the lock whose release ends the thread that waits now


def _text(seconds):
    whole, part = divmod(round(seconds * 1000000), 1000000)
    fraction = '.%06d' % part if part else ''
    return 'Timeout (%d:%02d:%02d%s)!\n' % (whole // 3600, whole // 60 % 60, whole % 60, fraction)


def _wait(ended, seconds, repeat, descriptor, leaves):
    while not ended.acquire(timeout=seconds):
        os.write(descriptor, _text(seconds).encode())
        faulthandler._dump_others(descriptor)
        if leaves:
            os._exit(1)
        if not repeat:
            return


def begin(seconds, repeat, descriptor, leaves):
    global _waiting
    cancel()
    _waiting = ended = _thread.allocate_lock()
    ended.acquire()
    _thread.start_new_thread(_wait, (ended, seconds, repeat, descriptor, leaves))


def cancel():
    global _waiting
    ended, _waiting = _waiting, None
    if ended is not None:
        ended.release()
