# Further handlers: files that are cut and kept by size or time, buffers, queues; those that send stand in
# _network_handlers.py.
import copy
import io
import os
import re
import time

import logging
from logging._network_handlers import DatagramHandler, HTTPHandler, SMTPHandler, SocketHandler, SysLogHandler

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = 514
SYSLOG_TCP_PORT = 514

_DAY = 24 * 60 * 60


class BaseRotatingHandler(logging.FileHandler):
    """A file that is put aside for a new one now and then."""

    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.mode = mode
        self.encoding = encoding
        self.errors = errors

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _close_stream(self):
        if self.stream:
            self.stream.close()
            self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
    """Begins a new file when the old one would grow past maxBytes; the last backupCount files are kept."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        if maxBytes > 0:
            mode = "a"
        if "b" not in mode:
            encoding = io.text_encoding(encoding) if hasattr(io, "text_encoding") else encoding
        BaseRotatingHandler.__init__(self, filename, mode, encoding=encoding, delay=delay, errors=errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        self._close_stream()
        for i in range(self.backupCount - 1, -1, -1):
            source = self.rotation_filename("%s.%d" % (self.baseFilename, i)) if i else self.baseFilename
            dest = self.rotation_filename("%s.%d" % (self.baseFilename, i + 1))
            if i == 0:
                if os.path.exists(dest):
                    os.remove(dest)
                self.rotate(source, dest)
            elif os.path.exists(source):
                if os.path.exists(dest):
                    os.remove(dest)
                os.rename(source, dest)
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            return False
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes > 0:
            text = "%s\n" % self.format(record)
            self.stream.seek(0, 2)
            return self.stream.tell() + len(text) >= self.maxBytes
        return False


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Begins a new file at certain times."""

    _UNITS = {"S": (1, "%Y-%m-%d_%H-%M-%S", r"(?<!\d)\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}(?!\d)"),
              "M": (60, "%Y-%m-%d_%H-%M", r"(?<!\d)\d{4}-\d{2}-\d{2}_\d{2}-\d{2}(?!\d)"),
              "H": (60 * 60, "%Y-%m-%d_%H", r"(?<!\d)\d{4}-\d{2}-\d{2}_\d{2}(?!\d)"),
              "D": (_DAY, "%Y-%m-%d", r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)"),
              "MIDNIGHT": (_DAY, "%Y-%m-%d", r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)"),
              "W": (7 * _DAY, "%Y-%m-%d", r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")}

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        BaseRotatingHandler.__init__(self, filename, "a", encoding=encoding, delay=delay, errors=errors)
        self.when = when.upper()
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        unit = self.when
        if unit.startswith("W"):
            if len(unit) != 2:
                raise ValueError("You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s" % unit)
            if not "0" <= unit[1] <= "6":
                raise ValueError("Invalid day specified for weekly rollover: %s" % unit)
            self.dayOfWeek = int(unit[1])
            unit = "W"
        if unit not in self._UNITS:
            raise ValueError("Invalid rollover interval specified: %s" % self.when)
        self.interval, self.suffix, pattern = self._UNITS[unit]
        self.extMatch = re.compile(pattern, re.ASCII)
        self.interval *= interval
        exists = os.path.exists(self.baseFilename)
        begun = int(os.stat(self.baseFilename).st_mtime) if exists else int(time.time())
        self.rolloverAt = self.computeRollover(begun)

    def _moment(self, seconds):
        return time.gmtime(seconds) if self.utc else time.localtime(seconds)

    def computeRollover(self, currentTime):
        """The next time at which a new file is begun."""
        if self.when != "MIDNIGHT" and not self.when.startswith("W"):
            return currentTime + self.interval
        now = self._moment(currentTime)
        at = self.atTime
        target = _DAY if at is None else (at.hour * 60 + at.minute) * 60 + at.second
        wait = target - ((now.tm_hour * 60 + now.tm_min) * 60 + now.tm_sec)
        day = now.tm_wday
        if wait <= 0:
            wait += _DAY
            day = (day + 1) % 7
        if self.when.startswith("W") and day != self.dayOfWeek:
            wait += (self.dayOfWeek - day) % 7 * _DAY
        result = currentTime + wait
        if not self.utc:
            summer_then = self._moment(result).tm_isdst
            if now.tm_isdst != summer_then:
                result += -3600 if now.tm_isdst == 0 else 3600
        return result

    def shouldRollover(self, record):
        if int(time.time()) < self.rolloverAt:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            self.rolloverAt = self.computeRollover(int(time.time()))
            return False
        return True

    def getFilesToDelete(self):
        folder, base = os.path.split(self.baseFilename)
        found = []
        for name in os.listdir(folder):
            if self.namer is None:
                is_ours = name.startswith(base + ".") and self.extMatch.fullmatch(name[len(base) + 1:])
            else:
                is_ours = self._was_named(name)
            if is_ours:
                found.append(os.path.join(folder, name))
        found.sort()
        return found[:max(len(found) - self.backupCount, 0)]

    def _was_named(self, name):
        """Whether some moment in the name leads to it through namer()."""
        match = self.extMatch.search(name)
        while match:
            if os.path.basename(self.namer(self.baseFilename + "." + match[0])) == name:
                return True
            match = self.extMatch.search(name, match.start() + 1)
        return False

    def doRollover(self):
        self._close_stream()
        now = int(time.time())
        dest = self.rotation_filename(
            self.baseFilename + "." + time.strftime(self.suffix, self._moment(self.rolloverAt - self.interval)))
        if os.path.exists(dest):
            os.remove(dest)
        self.rotate(self.baseFilename, dest)
        if self.backupCount > 0:
            for path in self.getFilesToDelete():
                os.remove(path)
        if not self.delay:
            self.stream = self._open()
        at = self.computeRollover(now)
        while at <= now:
            at += self.interval
        self.rolloverAt = at


class WatchedFileHandler(logging.FileHandler):
    """Opens its file again when something has moved it."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.dev, self.ino = -1, -1
        self._statstream()

    def _statstream(self):
        if self.stream:
            found = os.fstat(self.stream.fileno())
            self.dev, self.ino = found.st_dev, found.st_ino

    def reopenIfNeeded(self):
        try:
            found = os.stat(self.baseFilename)
        except FileNotFoundError:
            found = None
        if found is None or (found.st_dev, found.st_ino) != (self.dev, self.ino):
            if self.stream is not None:
                self.stream.flush()
                self.stream.close()
                self.stream = None
                self.stream = self._open()
                self._statstream()

    def emit(self, record):
        self.reopenIfNeeded()
        logging.FileHandler.emit(self, record)


class BufferingHandler(logging.Handler):
    """Keeps records until there are enough of them."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.acquire()
        try:
            self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            self.flush()
        finally:
            logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    """Keeps records and gives them to another handler, at once when one is serious."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.acquire()
        try:
            self.target = target
        finally:
            self.release()

    def flush(self):
        self.acquire()
        try:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.acquire()
            try:
                self.target = None
                BufferingHandler.close(self)
            finally:
                self.release()


class QueueHandler(logging.Handler):
    """Puts records into a queue, ready to be handled elsewhere."""

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        text = self.format(record)
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """A thread that takes records from a queue and gives them to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def dequeue(self, block):
        return self.queue.get(block)

    def prepare(self, record):
        return record

    def start(self):
        import threading
        self._thread = thread = threading.Thread(target=self._monitor)
        thread.daemon = True
        thread.start()

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        done = getattr(self.queue, "task_done", None)
        while True:
            record = self.dequeue(True)
            if record is not self._sentinel:
                self.handle(record)
            if done:
                done()
            if record is self._sentinel:
                break

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        self.enqueue_sentinel()
        self._thread.join()
        self._thread = None
