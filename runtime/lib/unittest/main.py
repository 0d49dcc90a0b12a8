"""unittest.main: the tests of a module as a program."""
import os
import sys
from unittest import loader, runner

__unittest = True


class TestProgram:
    """Loads the tests that the command line names, runs them, exits."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        argv = sys.argv if argv is None else argv
        self.exit, self.verbosity, self.failfast, self.buffer = exit, verbosity, failfast, buffer
        self.catchbreak, self.tb_locals = catchbreak, tb_locals
        self.warnings = 'default' if warnings is None and not getattr(sys, 'warnoptions', None) else warnings
        self.defaultTest, self.testRunner, self.testLoader = defaultTest, testRunner, testLoader
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        import argparse
        parser = argparse.ArgumentParser(prog=self.progName)
        parser.add_argument('-v', '--verbose', dest='verbosity', action='store_const', const=2, help='Verbose output')
        parser.add_argument('-q', '--quiet', dest='verbosity', action='store_const', const=0, help='Quiet output')
        parser.add_argument('--locals', dest='tb_locals', action='store_true',
                            help='Show local variables in tracebacks')
        parser.add_argument('-f', '--failfast', action='store_true', help='Stop on first fail or error')
        parser.add_argument('-b', '--buffer', action='store_true', help='Buffer stdout and stderr during tests')
        parser.add_argument('-k', dest='patterns', action='append',
                            help='Only run tests which match the given substring')
        parser.add_argument('tests', nargs='*', help='a list of any number of test modules, classes and test methods.')
        options = parser.parse_args(argv[1:])
        if options.verbosity is not None:
            self.verbosity = options.verbosity
        self.tb_locals = self.tb_locals or options.tb_locals
        self.failfast = self.failfast or options.failfast
        self.buffer = self.buffer or options.buffer
        if options.patterns:
            self.testLoader.testNamePatterns = [pattern if '*' in pattern else f'*{pattern}*'
                                                for pattern in options.patterns]
        self.createTests(options.tests)

    def createTests(self, names):
        if not names and self.defaultTest is not None:
            names = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        if names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        elif self.module is None:
            sys.exit('unittest: name the modules, classes or methods to test; tests are not searched for')
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)

    def runTests(self):
        made = self.testRunner or runner.TextTestRunner
        if isinstance(made, type):
            made = made(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings,
                        tb_locals=self.tb_locals)
        self.result = made.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
