# What is logged: one record an event, with where it came from.
import os
import sys
import time
import logging
from collections.abc import Mapping

from ._levels import getLevelName

_start = time.time()

logThreads = True
logMultiprocessing = True
logProcesses = True


class LogRecord:
    """An event. Its attributes are what a format can show."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time()
        self.name = name
        self.msg = msg
        # logging.info("%(a)s", {"a": 1}): the one mapping is the arguments.
        if args and len(args) == 1 and isinstance(args[0], Mapping) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        try:
            self.filename = os.path.basename(pathname)
            self.module = os.path.splitext(self.filename)[0]
        except (TypeError, ValueError, AttributeError):
            self.filename = pathname
            self.module = "Unknown module"
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now
        self.msecs = int((now - int(now)) * 1000) + 0.0
        self.relativeCreated = (now - _start) * 1000
        self.thread = self.threadName = None
        if logging.logThreads:
            threading = sys.modules.get("threading")
            if threading is None:
                self.thread = _get_ident()
                self.threadName = "MainThread"
            else:
                self.thread = threading.get_ident()
                self.threadName = threading.current_thread().name
        self.processName = None
        if logging.logMultiprocessing:
            self.processName = "MainProcess"
            if multiprocessing := sys.modules.get("multiprocessing"):
                try:
                    self.processName = multiprocessing.current_process().name
                except Exception:  # it may be on its way in or out
                    pass
        self.process = os.getpid() if logging.logProcesses else None

    def __repr__(self):
        return '<LogRecord: %s, %s, %s, %s, "%s">' % (self.name, self.levelno, self.pathname, self.lineno, self.msg)

    def getMessage(self):
        """The message with its arguments filled in."""
        msg = str(self.msg)
        return msg % self.args if self.args else msg


def _get_ident():
    from _thread import get_ident
    return get_ident()


_factory = LogRecord


def setLogRecordFactory(factory):
    """What loggers make records with."""
    global _factory
    _factory = factory


def getLogRecordFactory():
    return _factory


def makeLogRecord(dict):
    """A record with the attributes given."""
    record = _factory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record
