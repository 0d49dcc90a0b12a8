"""What became of the tests."""
import sys
import traceback

__unittest = True


def failfast(method):
    """Ends the run after a failure, where that was asked for."""
    import functools

    @functools.wraps(method)
    def inner(self, *args, **kw):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kw)
    return inner


class TestResult:
    """Collects the outcomes."""
    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = self.shouldStop = self.buffer = self.tb_locals = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self._stdout_buffer = self._stderr_buffer = None
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        if self.buffer:
            if self._stderr_buffer is None:
                import io
                self._stdout_buffer, self._stderr_buffer = io.StringIO(), io.StringIO()
            sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def startTestRun(self):
        pass

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _restoreStdout(self):
        """The streams of before; what was written while a test failed goes to them."""
        if not self.buffer or self._stderr_buffer is None:
            return
        if self._mirrorOutput:
            for stream, name, text in ((self._original_stdout, 'Stdout', sys.stdout.getvalue()),
                                       (self._original_stderr, 'Stderr', sys.stderr.getvalue())):
                if text:
                    stream.write(f'\n{name}:\n{text if text.endswith(chr(10)) else text + chr(10)}')
        sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
        for buffer in self._stdout_buffer, self._stderr_buffer:
            buffer.seek(0)
            buffer.truncate()

    def stopTestRun(self):
        pass

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        if getattr(self, 'failfast', False):
            self.stop()
        failed = issubclass(err[0], test.failureException)
        (self.failures if failed else self.errors).append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or getattr(self, 'unexpectedSuccesses', None))

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, value, tb = err
        self._clean(value, test.failureException)
        tb = getattr(value, '__traceback__', None)
        lines = list(traceback.TracebackException(kind, value, tb, capture_locals=self.tb_locals,
                                                  compact=True).format())
        if self.buffer:
            for name, text in (('Stdout', sys.stdout.getvalue()), ('Stderr', sys.stderr.getvalue())):
                if text:
                    lines.append(f'\n{name}:\n{text if text.endswith(chr(10)) else text + chr(10)}')
        return ''.join(lines)

    def _clean(self, value, failure):
        """Takes the rows of this package out of the tracebacks."""
        seen, waiting = set(), [value]
        while waiting:
            error = waiting.pop()
            if not isinstance(error, BaseException) or id(error) in seen:
                continue
            seen.add(id(error))
            tb = error.__traceback__
            while tb is not None and self._is_relevant_tb_level(tb):
                tb = tb.tb_next
            if isinstance(error, failure):
                tb = _without_tail(tb, self._is_relevant_tb_level)
            error.__traceback__ = tb
            waiting += [error.__cause__, error.__context__]

    def _is_relevant_tb_level(self, tb):
        return '__unittest' in tb.tb_frame.f_globals

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} errors={len(self.errors)} "
                f"failures={len(self.failures)}>")


def _without_tail(tb, is_ours):
    """The rows up to the first that is this package's."""
    first = tb
    previous = None
    while tb is not None and not is_ours(tb):
        previous, tb = tb, tb.tb_next
    if previous is not None:
        previous.tb_next = None
    return first
