"""Runs tests and reports on a stream."""
import sys
import time
from unittest.result import TestResult
from unittest.signals import registerResult

__unittest = True


class _WritelnDecorator:
    """A stream with writeln."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        if name in ('stream', '__getstate__'):
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write('\n')


class TextTestResult(TestResult):
    """Writes a mark or a line for each test, and the failures at the end."""
    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions = stream, descriptions
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self._newline = True

    def getDescription(self, test):
        first_line = test.shortDescription()
        return f'{test}\n{first_line}' if self.descriptions and first_line else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + " ... ")
            self.stream.flush()
            self._newline = False

    def _write_status(self, test, status):
        from unittest.case import _SubTest
        subtest = isinstance(test, _SubTest)
        if subtest or self._newline:
            if not self._newline:
                self.stream.writeln()
            if subtest:
                self.stream.write("  ")
            self.stream.write(self.getDescription(test) + " ... ")
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    def _tell(self, test, status, mark):
        if self.showAll:
            self._write_status(test, status)
        elif self.dots:
            self.stream.write(mark)
            self.stream.flush()

    def _tell_plainly(self, status, mark):
        """As _tell, but what comes next finds the line still open: so CPython shows these two outcomes."""
        if self.showAll:
            self.stream.writeln(status)
        elif self.dots:
            self.stream.write(mark)
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if issubclass(err[0], subtest.failureException):
                self._tell(subtest, "FAIL", 'F')
            else:
                self._tell(subtest, "ERROR", 'E')
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, "ok", '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, "ERROR", 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, "FAIL", 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell_plainly("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell_plainly("unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f"UNEXPECTED SUCCESS: {self.getDescription(test)}")
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f"{flavour}: {self.getDescription(test)}")
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)
            self.stream.flush()


def _nothing():
    pass


class TextTestRunner:
    """Runs a test or a suite; the report goes to stderr."""
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity, self.failfast, self.buffer = descriptions, verbosity, failfast, buffer
        self.tb_locals, self.warnings = tb_locals, warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        registerResult(result)
        result.failfast, result.buffer, result.tb_locals = self.failfast, self.buffer, self.tb_locals
        import warnings
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
                if self.warnings in ('default', 'always'):  # the old names: once a module is enough
                    warnings.filterwarnings('module', category=DeprecationWarning,
                                            message=r'Please use assert\w+ instead.')
            begin = time.perf_counter()
            getattr(result, 'startTestRun', _nothing)()
            try:
                test(result)
            finally:
                getattr(result, 'stopTestRun', _nothing)()
            taken = time.perf_counter() - begin
        result.printErrors()
        self._summary(result, taken)
        return result

    def _summary(self, result, taken):
        stream = self.stream
        if hasattr(result, 'separator2'):
            stream.writeln(result.separator2)
        stream.writeln(f"Ran {result.testsRun} test{'' if result.testsRun == 1 else 's'} in {taken:.3f}s")
        stream.writeln()
        counts = []
        if result.wasSuccessful():
            stream.write("OK")
        else:
            stream.write("FAILED")
            counts += [f"{name}={len(items)}" for name, items in (("failures", result.failures),
                                                                  ("errors", result.errors)) if items]
        for name, attribute in (("skipped", 'skipped'), ("expected failures", 'expectedFailures'),
                                ("unexpected successes", 'unexpectedSuccesses')):
            items = getattr(result, attribute, None)  # a result of old days has none of them
            if items:
                counts.append(f"{name}={len(items)}")
        if counts:
            stream.writeln(f" ({', '.join(counts)})")
        else:
            stream.write("\n")
        stream.flush()
