"""unittest.main: the tests of a module as a program."""
import os
import sys
from unittest import loader, runner
from unittest.signals import installHandler

__unittest = True

_EXAMPLES = """\
Examples:
  {0} test_module               - run tests from test_module
  {0} module.TestClass          - run tests from module.TestClass
  {0} module.Class.test_method  - run specified test method
"""
_MODULE_EXAMPLES = """\
Examples:
  {0}                           - run default set of tests
  {0} MyTestSuite               - run suite 'MyTestSuite'
  {0} MyTestCase.testSomething  - run MyTestCase.testSomething
  {0} MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""


def _as_names(words):
    """Paths of files that are there as names of modules."""
    def as_name(word):
        if not (os.path.isfile(word) and word.lower().endswith('.py')):
            return word
        if os.path.isabs(word):
            relative = os.path.relpath(word, os.getcwd())
            if os.path.isabs(relative) or relative.startswith(os.pardir):
                return word
            word = relative
        return os.path.normpath(word)[:-3].replace('\\', '.').replace('/', '.')
    return [as_name(word) for word in words]


class TestProgram:
    """Loads the tests that the command line names, runs them, exits."""
    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    _discovery_parser = None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False):
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split('.')[1:]:
                self.module = getattr(self.module, part)
        else:
            self.module = module
        argv = sys.argv if argv is None else argv
        self.exit, self.verbosity, self.failfast, self.buffer = exit, verbosity, failfast, buffer
        self.catchbreak, self.tb_locals = catchbreak, tb_locals
        self.warnings = 'default' if warnings is None and not getattr(sys, 'warnoptions', None) else warnings
        self.defaultTest, self.testRunner, self.testLoader = defaultTest, testRunner, testLoader
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def usageExit(self, msg=None):
        """The help, and exit code 2."""
        import warnings
        warnings.warn('TestProgram.usageExit() is deprecated and will be removed in Python 3.13', DeprecationWarning)
        if msg:
            print(msg)
        if self._discovery_parser is None:
            self._initArgParsers()
        self._print_help()
        sys.exit(2)

    def _print_help(self, *args, **kwargs):
        if self.module is not None:
            print(self._main_parser.format_help())
            print(_MODULE_EXAMPLES.format(self.progName))
            return
        print(self._main_parser.format_help())
        print(_EXAMPLES.format(self.progName))
        self._discovery_parser.print_help()

    def parseArgs(self, argv):
        self._initArgParsers()
        if self.module is None:
            if len(argv) > 1 and argv[1].lower() == 'discover':
                self._do_discovery(argv[2:])
                return
            self._main_parser.parse_args(argv[1:], self)
            if not self.tests:
                # Nothing is named: look for tests.
                self._do_discovery([])
                return
        else:
            self._main_parser.parse_args(argv[1:], self)
        if self.tests:
            self.testNames = _as_names(self.tests)
            if __name__ == '__main__':
                self.module = None
        elif self.defaultTest is None:
            self.testNames = None
        elif isinstance(self.defaultTest, str):
            self.testNames = (self.defaultTest,)
        else:
            self.testNames = list(self.defaultTest)
        self.createTests()

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if from_discovery:
            made = self.testLoader if Loader is None else Loader()
            self.test = made.discover(self.start, self.pattern, self.top)
        elif self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    # --- options

    def _initArgParsers(self):
        import argparse
        common = self._common_parser(argparse)
        self._main_parser = argparse.ArgumentParser(parents=[common], prog=self.progName)
        self._main_parser.print_help = self._print_help
        self._main_parser.add_argument('tests', nargs='*', help='a list of any number of test modules, classes and '
                                                                'test methods.')
        parser = argparse.ArgumentParser(parents=[common], prog='%s discover' % self.progName,
                                         epilog='For test discovery all test modules must be importable from the top '
                                                'level directory of the project.')
        parser.add_argument('-s', '--start-directory', dest='start',
                            help="Directory to start discovery ('.' default)")
        parser.add_argument('-p', '--pattern', dest='pattern', help="Pattern to match tests ('test*.py' default)")
        parser.add_argument('-t', '--top-level-directory', dest='top',
                            help='Top level directory of project (defaults to start directory)')
        # Each may stand without its option too, in this order.
        for name in 'start', 'pattern', 'top':
            parser.add_argument(name, nargs='?', default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        self._discovery_parser = parser

    def _common_parser(self, argparse):
        parser = argparse.ArgumentParser(add_help=False)
        parser.add_argument('-v', '--verbose', dest='verbosity', action='store_const', const=2, help='Verbose output')
        parser.add_argument('-q', '--quiet', dest='verbosity', action='store_const', const=0, help='Quiet output')
        parser.add_argument('--locals', dest='tb_locals', action='store_true',
                            help='Show local variables in tracebacks')
        for attribute, name, meaning in (('failfast', 'failfast', 'Stop on first fail or error'),
                                         ('catchbreak', 'catch', 'Catch Ctrl-C and display results so far'),
                                         ('buffer', 'buffer', 'Buffer stdout and stderr during tests')):
            if getattr(self, attribute) is None:
                parser.add_argument(f'-{name[0]}', f'--{name}', dest=attribute, action='store_true', help=meaning)
                setattr(self, attribute, False)
        if self.testNamePatterns is None:
            parser.add_argument('-k', dest='testNamePatterns', action='append',
                                type=lambda text: text if '*' in text else f'*{text}*',
                                help='Only run tests which match the given substring')
            self.testNamePatterns = []
        return parser

    def _do_discovery(self, argv, Loader=None):
        self.start, self.pattern, self.top = '.', 'test*.py', None
        if argv is not None:
            if self._discovery_parser is None:
                self._initArgParsers()
            self._discovery_parser.parse_args(argv, self)
        self.createTests(from_discovery=True, Loader=Loader)

    # --- running

    def runTests(self):
        if self.catchbreak:
            installHandler()
        made = self.testRunner or runner.TextTestRunner
        if isinstance(made, type):
            made = self._made_runner(made)
        self.result = made.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())

    def _made_runner(self, kind):
        """Runners of others may know fewer options."""
        options = {'verbosity': self.verbosity, 'failfast': self.failfast, 'buffer': self.buffer,
                   'warnings': self.warnings}
        for each in ({**options, 'tb_locals': self.tb_locals}, options):
            try:
                return kind(**each)
            except TypeError:
                pass
        return kind()


main = TestProgram
