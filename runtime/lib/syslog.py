"""The system's log."""
import _unix
import sys

globals().update(_unix.numbers('syslog'))
_opened = False


def _name():
    script = sys.argv[0] if getattr(sys, 'argv', None) else ''
    return script.rpartition('/')[2] or None


def openlog(ident=None, logoption=0, facility=_unix.numbers('syslog')['LOG_USER']):
    """Says how the messages that follow are marked; `ident` is the script's name by default."""
    global _opened
    if ident is not None and not isinstance(ident, str):
        raise TypeError(f"openlog() argument 1 must be str, not {type(ident).__name__}")
    (ident or '').encode()  # what is no text is refused
    _unix.open_log(_name() if ident is None else ident, logoption, facility)
    _opened = True


def syslog(priority, message=None, /):
    """syslog([priority,] message): writes a message."""
    if message is None:
        priority, message = LOG_INFO, priority
    if not isinstance(message, str):
        raise TypeError(f'syslog() argument must be str, not {type(message).__name__}')
    if not _opened:
        openlog()
    _unix.write_log(priority, message)


def closelog():
    global _opened
    _opened = False
    _unix.close_log()


def setlogmask(maskpri, /):
    """Says which priorities are written; the mask of before."""
    return _unix.set_log_mask(maskpri)


def LOG_MASK(pri, /):
    return 1 << pri


def LOG_UPTO(pri, /):
    return (1 << pri + 1) - 1
