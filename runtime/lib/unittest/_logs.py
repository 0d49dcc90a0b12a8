"""assertLogs and assertNoLogs: what was logged in a block."""
import collections
import logging

__unittest = True
_Watched = collections.namedtuple('_LoggingWatcher', ['records', 'output'])
_FORMAT = '%(levelname)s:%(name)s:%(message)s'


class _Catcher(logging.Handler):
    def __init__(self):
        super().__init__()
        self.watcher = _Watched([], [])

    def flush(self):
        pass

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class AssertLogs:
    """The context manager of both; `no_logs` says that there must be none."""

    def __init__(self, test_case, logger_name, level, no_logs):
        self.test_case, self.logger_name, self.no_logs, self.msg = test_case, logger_name, no_logs, None
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO

    def __enter__(self):
        name = self.logger_name
        self.logger = logger = name if isinstance(name, logging.Logger) else logging.getLogger(name)
        handler = _Catcher()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter(_FORMAT))
        self.watcher = handler.watcher
        self.old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else handler.watcher

    def __exit__(self, exc_type, exc_value, tb):
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        where = f'of level {logging.getLevelName(self.level)} or higher triggered on {self.logger.name}'
        if self.no_logs and self.watcher.records:
            self._fail(f'Unexpected logs found: {self.watcher.output!r}')
        if not self.no_logs and not self.watcher.records:
            self._fail(f'no logs {where}')
        return None

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))
