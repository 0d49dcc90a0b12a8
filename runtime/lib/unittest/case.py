"""A test case: its life from setUp to the clean-ups, and skipping. The assertions are in assertions.py."""
import functools
import sys
import types
import warnings
from unittest.assertions import DIFF_OMITTED, Assertions, _AssertRaisesContext, _AssertWarnsContext
from unittest.util import strclass

__unittest = True


class SkipTest(Exception):
    """The test is to be skipped."""


class _ShouldStop(Exception):
    """The test should end after a failed subtest."""


def _id(obj):
    return obj


def skip(reason):
    """Skips a test or a class of tests."""
    def decorator(test_item):
        if not isinstance(test_item, type):
            @functools.wraps(test_item)
            def skip_wrapper(*args, **kwargs):
                raise SkipTest(reason)
            test_item = skip_wrapper
        test_item.__unittest_skip__ = True
        test_item.__unittest_skip_why__ = reason
        return test_item
    if isinstance(reason, types.FunctionType):
        test_item, reason = reason, ''
        return decorator(test_item)
    return decorator


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(test_item):
    """The test is known to fail."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Registers a function to call after the tests of the module."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


def _enter(cm, add_cleanup):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager "
                        f"protocol") from None
    result = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return result


def _add_skip(result, test, reason):
    add = getattr(result, 'addSkip', None)
    if add is None:
        warnings.warn("TestResult has no addSkip method, skips not reported", RuntimeWarning, 2)
        result.addSuccess(test)
    else:
        add(test, reason)


def _add_error(result, test, info):
    if result is not None:
        add = result.addFailure if issubclass(info[0], test.failureException) else result.addError
        add(test, info)


def _add_expected_failure(result, test, info):
    add = getattr(result, 'addExpectedFailure', None)
    if add is None:
        warnings.warn("TestResult has no addExpectedFailure method, reporting as passes", RuntimeWarning)
        result.addSuccess(test)
    else:
        add(test, info)


class _UnexpectedSuccess(Exception):
    """The test was to fail and did not."""


def _add_unexpected_success(result, test):
    add = getattr(result, 'addUnexpectedSuccess', None)
    if add is not None:
        add(test)
        return
    warnings.warn("TestResult has no addUnexpectedSuccess method, reporting as failure", RuntimeWarning)
    try:
        raise _UnexpectedSuccess from None
    except _UnexpectedSuccess:
        result.addFailure(test, sys.exc_info())


class _Outcome:
    """What became of one test so far."""

    def __init__(self, result=None):
        self.result = result
        self.result_supports_subtests = hasattr(result, "addSubTest")
        self.success = True
        self.expecting_failure = False
        self.expectedFailure = None


class _Part:
    """Notes what a part of a test raises."""

    def __init__(self, outcome, test, subtest=False):
        self.outcome, self.test, self.subtest = outcome, test, subtest

    def __enter__(self):
        self.success_before = self.outcome.success
        self.outcome.success = True

    def __exit__(self, kind, error, tb):
        outcome = self.outcome
        try:
            if error is None:
                if self.subtest and outcome.success:
                    outcome.result.addSubTest(self.test.test_case, self.test, None)
                return False
            return self._note(kind, error, tb)
        finally:
            outcome.success = outcome.success and self.success_before

    def _note(self, kind, error, tb):
        """Whether the exception may end here."""
        outcome = self.outcome
        if isinstance(error, KeyboardInterrupt):
            return False
        if isinstance(error, _ShouldStop):
            return True
        if not isinstance(error, SkipTest) and outcome.expecting_failure:
            outcome.expectedFailure = kind, error, tb
            return True
        outcome.success = False
        if isinstance(error, SkipTest):
            _add_skip(outcome.result, self.test, str(error))
        elif self.subtest:
            outcome.result.addSubTest(self.test.test_case, self.test, (kind, error, tb))
        else:
            _add_error(outcome.result, self.test, (kind, error, tb))
        return True


class _SubTestContext:
    """The block of a subtest. It does nothing in debug() and for results that know no subtests."""

    def __init__(self, case, message, params):
        self.case, self.message, self.params = case, message, params

    def __enter__(self):
        case = self.case
        outcome = case._outcome
        self.part = None
        if outcome is None or not outcome.result_supports_subtests:
            return
        self.parent = case._subtest
        inherited = self.parent.params if self.parent else {}
        params = {**self.params, **{name: inherited[name] for name in inherited if name not in self.params}}
        case._subtest = _SubTest(case, self.message, params)
        self.part = _Part(outcome, case._subtest, subtest=True)
        self.part.__enter__()

    def __exit__(self, *details):
        if self.part is None:
            return False
        self.case._subtest = self.parent
        if not self.part.__exit__(*details) and details[0] is not None:
            return False
        outcome = self.part.outcome
        if not outcome.success:
            if getattr(outcome.result, 'failfast', False):
                raise _ShouldStop
        elif outcome.expectedFailure:
            raise _ShouldStop
        return True


_subtest_msg_sentinel = object()


class TestCase(Assertions):
    """A test: one method of a subclass, run between setUp and tearDown."""
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = 'No test'
        method = getattr(self, methodName, None)
        if method is None:
            if methodName != 'runTest':
                raise ValueError(f"no such test method in {self.__class__}: {methodName}")
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual',
                                     set: 'assertSetEqual', frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        """Registers a function to call after the test, last first."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.result import TestResult
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return f"{strclass(self.__class__)}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} testMethod={self._testMethodName}>"

    def subTest(self, msg=_subtest_msg_sentinel, **params):
        """A part of the test that may fail without ending it."""
        return _SubTestContext(self, msg, params)

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn(f'It is deprecated to return a value that is not None from a test case ({method})',
                          DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        """Runs the test and tells the result."""
        stop = None
        if result is None:
            result = self.defaultTestResult()
            stop = getattr(result, 'stopTestRun', None)
            start = getattr(result, 'startTestRun', None)
            if start is not None:
                start()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            reason = self._reason_to_skip(method)
            if reason is not None:
                _add_skip(result, self, reason)
            else:
                self._run_parts(method, result)
            return result
        finally:
            result.stopTest(self)
            if stop is not None:
                stop()

    def _reason_to_skip(self, method):
        """Why the test is not to run; None: it is."""
        cls = self.__class__
        if getattr(cls, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
            return getattr(cls, '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
        return None

    def _run_parts(self, method, result):
        expecting = (getattr(self, "__unittest_expecting_failure__", False)
                     or getattr(method, "__unittest_expecting_failure__", False))
        outcome = self._outcome = _Outcome(result)
        try:
            with _Part(outcome, self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = expecting
                with _Part(outcome, self):
                    self._callTestMethod(method)
                outcome.expecting_failure = False
                with _Part(outcome, self):
                    self._callTearDown()
            self.doCleanups()
            if outcome.success:
                if not expecting:
                    result.addSuccess(self)
                elif outcome.expectedFailure:
                    _add_expected_failure(result, self, outcome.expectedFailure)
                else:
                    _add_unexpected_success(result, self)
        finally:
            outcome.expectedFailure = None
            self._outcome = None

    def doCleanups(self):
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with _Part(outcome, self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the test without collecting what it raises."""
        method = getattr(self, self._testMethodName)
        reason = self._reason_to_skip(method)
        if reason is not None:
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)


class FunctionTestCase(TestCase):
    """A test made of a function."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc, self._tearDownFunc = setUp, tearDown
        self._testFunc, self._description = testFunc, description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def _parts(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        return hash((type(self), *self._parts()))

    def __repr__(self):
        return f"<{strclass(self.__class__)} tec={self._testFunc}>"

    def id(self):
        return self._testFunc.__name__

    def __str__(self):
        return f"{strclass(self.__class__)} ({self._testFunc.__name__})"

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split("\n")[0].strip() or None


class _SubTest(TestCase):
    """A subtest in reports."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message, self.test_case, self.params = message, test_case, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = []
        if self._message is not _subtest_msg_sentinel:
            parts.append(f"[{self._message}]")
        if self.params:
            shown = ', '.join(f"{name}={value!r}" for name, value in self.params.items())
            parts.append(f"({shown})")
        return " ".join(parts) or '(<subtest>)'

    def id(self):
        return f"{self.test_case.id()} {self._subDescription()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._subDescription()}"
