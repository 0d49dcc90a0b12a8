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
            self._forget(place)
        return result

    def _forget(self, place):
        """A test that ran need not stay alive."""
        if self._cleanup and self._tests[place] is not None:
            self._removed_tests += self._tests[place].countTestCases()
            self._tests[place] = None

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
            if not isinstance(test, BaseTestSuite):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, '_classSetupFailed', False) or result._moduleSetUpFailed:
                    continue
            test(result)
            self._forget(place)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def _call(self, result, function, what, name):
        """Whether a set-up or tear-down raised nothing."""
        result._setupStdout()
        try:
            function()
            return True
        except Exception as error:
            self._report(result, f'{what} ({name})', error)
            return False
        finally:
            result._restoreStdout()

    def _report(self, result, description, error):
        from unittest.case import SkipTest
        holder = _ErrorHolder(description)
        if isinstance(error, SkipTest):
            result.addSkip(holder, str(error))
        else:
            result.addError(holder, (type(error), error, error.__traceback__))

    def _enter_class(self, test, result):
        cls = test.__class__
        if cls is result._previousTestClass or result._moduleSetUpFailed or getattr(cls, "__unittest_skip__", False):
            return
        set_up = getattr(cls, 'setUpClass', None)
        if set_up is None:
            return
        cls._classSetupFailed = False
        name = strclass(cls)
        if not self._call(result, set_up, 'setUpClass', name):
            cls._classSetupFailed = True
            self._clean_class(cls, result, 'setUpClass')

    def _clean_class(self, cls, result, what):
        cls.doClassCleanups()
        for _, error, _ in cls.tearDown_exceptions:
            self._report(result, f'{what} ({strclass(cls)})', error)

    def _leave_class(self, test, result):
        previous = result._previousTestClass
        if previous is None or (test is not None and test.__class__ is previous):
            return
        if getattr(previous, '_classSetupFailed', False) or result._moduleSetUpFailed or getattr(
                previous, "__unittest_skip__", False):
            return
        if hasattr(previous, 'tearDownClass'):
            self._call(result, previous.tearDownClass, 'tearDownClass', strclass(previous))
            self._clean_class(previous, result, 'tearDownClass')

    def _enter_module(self, test, result):
        previous = result._previousTestClass
        module = test.__class__.__module__
        if previous is not None and previous.__module__ == module:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(module), 'setUpModule', None)
        if set_up is not None and not self._call(result, set_up, 'setUpModule', module):
            result._moduleSetUpFailed = True
            self._clean_module(result, 'setUpModule', module)

    def _leave_module(self, result):
        previous = result._previousTestClass
        if previous is None or result._moduleSetUpFailed:
            return
        module = previous.__module__
        tear_down = getattr(sys.modules.get(module), 'tearDownModule', None)
        if tear_down is not None:
            self._call(result, tear_down, 'tearDownModule', module)
        self._clean_module(result, 'tearDownModule', module)

    def _clean_module(self, result, what, module):
        from unittest.case import doModuleCleanups
        self._call(result, doModuleCleanups, what, module)
