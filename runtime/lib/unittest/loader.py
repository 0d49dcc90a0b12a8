"""Finds tests in classes, modules and names."""
import functools
import sys
from unittest import case, suite
from unittest._discover import Discovery
from unittest.util import three_way_cmp

__unittest = True


class _FailedTest(case.TestCase):
    """Stands for a test that could not be loaded."""
    _testMethodName = None

    def __init__(self, method_name, error):
        self._error = error
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

        def fail():
            raise self._error
        return fail


def _import_problem(name):
    """What _failed() is to say of a module that was just tried."""
    import traceback
    text = f'Failed to import test module: {name}\n{traceback.format_exc()}'
    return name, ImportError(text), text


class TestLoader(Discovery):
    """Makes suites of tests."""
    testMethodPrefix = 'test'
    suiteClass = suite.TestSuite
    testNamePatterns = None

    sortTestMethodsUsing = staticmethod(three_way_cmp)

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, 'runTest'):
                names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *args, pattern=None, **kws):
        # The old third argument, use_load_tests, means nothing any more.
        if len(args) > 0 or 'use_load_tests' in kws:
            import warnings
            warnings.warn('use_load_tests is deprecated and ignored', DeprecationWarning)
            kws.pop('use_load_tests', None)
        if len(args) > 1:
            raise TypeError(f'loadTestsFromModule() takes 1 positional argument but {len(args) + 1} were given')
        if kws:
            raise TypeError(f"loadTestsFromModule() got an unexpected keyword argument '{sorted(kws)[0]}'")
        tests = [self.loadTestsFromTestCase(value) for name in dir(module)
                 if isinstance(value := getattr(module, name), type) and issubclass(value, case.TestCase)
                 and value not in (case.TestCase, case.FunctionTestCase)]
        made = self.suiteClass(tests)
        load_tests = getattr(module, 'load_tests', None)
        if load_tests is None:
            return made
        try:
            return load_tests(self, made, pattern)
        except Exception as error:
            import traceback
            return self._failed(module.__name__, error, f'Failed to call load_tests:\n{traceback.format_exc()}')

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        problem = None
        if module is None:
            module, parts, problem = self._import(parts)
            if module is None:
                return self._failed(*problem)
        obj = parent = module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as error:
                if getattr(obj, '__path__', None) is not None and problem is not None:
                    return self._failed(*problem)
                import traceback
                return self._failed(part, error, 'Failed to access attribute:\n' + traceback.format_exc())
        return self._from_object(name, parent, obj, parts)

    def _import(self, parts):
        """The module at the front of a dotted name, what is left of the name, and why there is no module for more."""
        problem = None
        for length in range(len(parts), 0, -1):
            try:
                __import__('.'.join(parts[:length]))
            except ImportError:
                problem = _import_problem(parts[length - 1])
                continue
            return sys.modules[parts[0]], parts[1:], problem
        return None, parts, problem

    def _failed(self, name, error, text):
        """A suite with one test that fails with this error; the text is noted."""
        self.errors.append(text)
        return self.suiteClass([_FailedTest(name, error)])

    def _from_object(self, name, parent, obj, parts):
        import types
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            made = parent(parts[-1])
            if not isinstance(getattr(made, parts[-1]), types.FunctionType):  # else a static method: called below
                return self.suiteClass([made])
        if isinstance(obj, suite.BaseTestSuite):
            return obj
        if callable(obj):
            made = obj()
            if isinstance(made, suite.BaseTestSuite):
                return made
            if isinstance(made, case.TestCase):
                return self.suiteClass([made])
            raise TypeError(f"calling {obj} returned {made}, not a test")
        raise TypeError(f"don't know how to make test from: {obj}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        def is_test(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            if self.testNamePatterns is None:
                return True
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            return any(_fits(full, pattern) for pattern in self.testNamePatterns)
        names = [name for name in dir(testCaseClass) if is_test(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names


def _fits(name, pattern):
    """Whether a name fits a pattern with * for any text."""
    pieces = pattern.split('*')
    if len(pieces) == 1:
        return name == pattern
    if not name.startswith(pieces[0]) or not name.endswith(pieces[-1]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        at = name.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return at <= len(name) - len(pieces[-1])


defaultTestLoader = TestLoader()


def _deprecated(function):
    def call(*args, **kwargs):
        import warnings
        warnings.warn(f'unittest.{function.__name__}() is deprecated and will be removed in Python 3.13.',
                      DeprecationWarning, 2)
        return function(*args, **kwargs)
    return functools.wraps(function)(call)


def _loader(prefix, sort, suite_class=None, patterns=None):
    made = TestLoader()
    made.sortTestMethodsUsing, made.testMethodPrefix, made.testNamePatterns = sort, prefix, patterns
    if suite_class:
        made.suiteClass = suite_class
    return made


@_deprecated
def getTestCaseNames(testCaseClass, prefix, sortUsing=three_way_cmp, testNamePatterns=None):
    """The names of the tests of a class."""
    return _loader(prefix, sortUsing, patterns=testNamePatterns).getTestCaseNames(testCaseClass)


@_deprecated
def makeSuite(testCaseClass, prefix='test', sortUsing=three_way_cmp, suiteClass=suite.TestSuite):
    """The suite of a class."""
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


@_deprecated
def findTestCases(module, prefix='test', sortUsing=three_way_cmp, suiteClass=suite.TestSuite):
    """The suite of a module."""
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
