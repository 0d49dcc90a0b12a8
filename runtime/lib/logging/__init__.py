# Logging: the functions that go to the root logger, and the names of the package. Levels, records, formatters, handlers
# and loggers stand in the files of those names.
import atexit
import sys
import traceback
import warnings
import weakref

from ._formats import (BASIC_FORMAT, BufferingFormatter, Formatter, PercentStyle, StrFormatStyle, StringTemplateStyle,
                       _defaultFormatter, _STYLES)
from ._handlers import (FileHandler, Filter, Filterer, Handler, NullHandler, StreamHandler, _defaultLastResort,
                        _handlerList, _handlers, _StderrHandler, lastResort, shutdown)
from ._levels import (CRITICAL, DEBUG, ERROR, FATAL, INFO, NOTSET, WARN, WARNING, _acquireLock, _checkLevel,
                      _levelToName, _lock, _nameToLevel, _releaseLock, addLevelName, getLevelName,
                      getLevelNamesMapping)
from ._loggers import (Logger, LoggerAdapter, Manager, PlaceHolder, RootLogger, getLogger, getLoggerClass, root,
                       setLoggerClass)
from ._records import (LogRecord, getLogRecordFactory, logMultiprocessing, logProcesses, logThreads, makeLogRecord,
                       setLogRecordFactory)

__all__ = ["BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "FileHandler", "Filter",
           "Formatter", "Handler", "INFO", "LogRecord", "Logger", "LoggerAdapter", "NOTSET", "NullHandler",
           "StreamHandler", "WARN", "WARNING", "addLevelName", "basicConfig", "captureWarnings", "critical", "debug",
           "disable", "error", "exception", "fatal", "getLevelName", "getLogger", "getLoggerClass", "info", "log",
           "makeLogRecord", "setLoggerClass", "shutdown", "warn", "warning", "getLogRecordFactory",
           "setLogRecordFactory", "lastResort", "raiseExceptions", "getLevelNamesMapping"]

raiseExceptions = True


def __getattr__(name):
    if name == "_logRecordFactory":  # kept where records are made
        return getLogRecordFactory()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")



def basicConfig(**kwargs):
    """Gives the root logger handlers, where it has none."""
    with _lock:
        force = kwargs.pop("force", False)
        encoding = kwargs.pop("encoding", None)
        errors = kwargs.pop("errors", "backslashreplace")
        if force:
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        for handler in _basic_handlers(kwargs, encoding, errors):
            root.addHandler(handler)
        level = kwargs.pop("level", None)
        if level is not None:
            root.setLevel(level)
        if kwargs:
            raise ValueError("Unrecognised argument(s): %s" % ", ".join(kwargs))


def _basic_handlers(kwargs, encoding, errors):
    handlers = kwargs.pop("handlers", None)
    if handlers is None:
        if "stream" in kwargs and "filename" in kwargs:
            raise ValueError("'stream' and 'filename' should not be specified together")
    elif "stream" in kwargs or "filename" in kwargs:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if handlers is None:
        filename = kwargs.pop("filename", None)
        mode = kwargs.pop("filemode", "a")
        if filename:
            if "b" in mode:
                errors = None
            handlers = [FileHandler(filename, mode, encoding=encoding, errors=errors)]
        else:
            handlers = [StreamHandler(kwargs.pop("stream", None))]
    date_format = kwargs.pop("datefmt", None)
    style = kwargs.pop("style", "%")
    if style not in _STYLES:
        raise ValueError("Style must be one of: %s" % ",".join(_STYLES))
    formatter = Formatter(kwargs.pop("format", _STYLES[style][1]), date_format, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
    return handlers


def critical(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.critical(msg, *args, **kwargs)


fatal = critical


def error(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)


def warning(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    """Nothing up to that level is logged any more, by any logger."""
    root.manager.disable = level
    root.manager._clear_cache()


def currentframe():
    return sys._getframe(1)


_warnings_showwarning = None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        if _warnings_showwarning is not None:
            _warnings_showwarning(message, category, filename, lineno, file, line)
        return
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(str(warnings.formatwarning(message, category, filename, lineno, line)))


def captureWarnings(capture):
    """Warnings become records of the logger py.warnings, or no longer."""
    global _warnings_showwarning
    if capture and _warnings_showwarning is None:
        _warnings_showwarning = warnings.showwarning
        warnings.showwarning = _showwarning
    elif not capture and _warnings_showwarning is not None:
        warnings.showwarning = _warnings_showwarning
        _warnings_showwarning = None


atexit.register(shutdown)

for _name, _value in list(globals().items()):
    if isinstance(_value, (type, type(getLogger))) and _value.__module__.startswith("logging."):
        _value.__module__ = "logging"
del _name, _value
