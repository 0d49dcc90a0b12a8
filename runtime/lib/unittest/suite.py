"""Several tests as one; the set-up of classes and modules between them."""
import sys
from unittest.util import strclass

__unittest = True


class BaseTestSuite:
    """Tests in an order."""
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{strclass(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for place, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(place)
        return result

    def _removeTestAtIndex(self, index):
        """A test that ran need not stay alive."""
        try:
            test = self._tests[index]
        except TypeError:  # a subclass may keep its tests otherwise
            return
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class _ErrorHolder:
    """Stands for a test in the report of an error of a class's or a module's set-up."""
    failureException = AssertionError

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.description

    def countTestCases(self):
        return 0


class TestSuite(BaseTestSuite):
    """Tests in an order, with setUpClass, setUpModule and their counterparts around them."""

    def run(self, result, debug=False):
        outermost = not getattr(result, '_testRunEntered', False)
        if outermost:
            result._testRunEntered = True
        for place, test in enumerate(self):
            if result.shouldStop:
                break
            if not _is_suite(test):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(place)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        """Runs the tests without collecting what they raise."""
        self.run(_DebugResult(), True)

    def _call(self, result, function, what, name):
        """Whether a set-up or tear-down raised nothing."""
        try:
            function()
            return True
        except Exception as error:
            self._report(result, f'{what} ({name})', error)
            return False

    def _report(self, result, description, error):
        if isinstance(result, _DebugResult):
            raise error
        from unittest.case import SkipTest
        holder = _ErrorHolder(description)
        add_skip = getattr(result, 'addSkip', None)
        if add_skip is not None and isinstance(error, SkipTest):
            add_skip(holder, str(error))
        else:
            result.addError(holder, (type(error), error, error.__traceback__))

    def _enter_class(self, test, result):
        cls = test.__class__
        set_up = getattr(cls, 'setUpClass', None)
        if (cls is getattr(result, '_previousTestClass', None) or getattr(result, '_moduleSetUpFailed', False)
                or getattr(cls, "__unittest_skip__", False)):
            return
        try:
            cls._classSetupFailed = False
        except TypeError:  # a class that cannot be changed
            pass
        if set_up is None:
            return
        with _Captured(result):
            if not self._call(result, set_up, 'setUpClass', strclass(cls)):
                try:
                    cls._classSetupFailed = True
                except TypeError:
                    pass
                self._clean_class(cls, result, 'setUpClass')

    def _clean_class(self, cls, result, what):
        clean = getattr(cls, 'doClassCleanups', None)
        if clean is not None:
            clean()
            for _, error, _ in cls.tearDown_exceptions:
                self._report(result, f'{what} ({strclass(cls)})', error)

    def _leave_class(self, test, result):
        previous = getattr(result, '_previousTestClass', None)
        if previous is None or (test is not None and test.__class__ is previous):
            return
        if getattr(previous, '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False) or getattr(
                previous, "__unittest_skip__", False):
            return
        tear_down = getattr(previous, 'tearDownClass', None)
        with _Captured(result):
            if tear_down is not None:
                self._call(result, tear_down, 'tearDownClass', strclass(previous))
            self._clean_class(previous, result, 'tearDownClass')

    def _enter_module(self, test, result):
        previous = getattr(result, '_previousTestClass', None)
        module = test.__class__.__module__
        if previous is not None and previous.__module__ == module:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(module), 'setUpModule', None)
        if set_up is None:
            return
        with _Captured(result):
            if not self._call(result, set_up, 'setUpModule', module):
                result._moduleSetUpFailed = True
                self._clean_module(result, 'setUpModule', module)

    def _leave_module(self, result):
        previous = getattr(result, '_previousTestClass', None)
        if previous is None or getattr(result, '_moduleSetUpFailed', False):
            return
        module = previous.__module__
        if module not in sys.modules:
            return
        tear_down = getattr(sys.modules[module], 'tearDownModule', None)
        with _Captured(result):
            if tear_down is not None:
                self._call(result, tear_down, 'tearDownModule', module)
            self._clean_module(result, 'tearDownModule', module)

    def _clean_module(self, result, what, module):
        from unittest.case import doModuleCleanups
        self._call(result, doModuleCleanups, what, module)


def _is_suite(test):
    try:
        iter(test)
    except TypeError:
        return False
    return True


class _Captured:
    """What is written meanwhile goes where the result wants it."""

    def __init__(self, result):
        self.result = result

    def __enter__(self):
        getattr(self.result, '_setupStdout', _nothing)()

    def __exit__(self, *details):
        getattr(self.result, '_restoreStdout', _nothing)()


def _nothing():
    pass


class _DebugResult:
    """Collects nothing: what is raised goes on."""
    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
