"""Runs examples: each as a statement of a prompt, its output caught, and says what failed."""
import linecache
import re
import sys
import traceback
from io import StringIO

from doctest._check import OutputChecker, TestResults
from doctest._flags import (FAIL_FAST, IGNORE_EXCEPTION_DETAIL, OPTIONFLAGS_BY_NAME, REPORT_ONLY_FIRST_FAILURE,
                            REPORTING_FLAGS, SKIP)
from doctest._text import indent

__unittest = True
_EXAMPLE_FILE = re.compile(r'<doctest (?P<name>.+)\[(?P<examplenum>\d+)\]>$')


class DocTestFailure(Exception):
    """An example printed something else: what DebugRunner raises."""

    def __init__(self, test, example, got):
        self.test = test
        self.example = example
        self.got = got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised what it should not: what DebugRunner raises."""

    def __init__(self, test, example, exc_info):
        self.test = test
        self.example = example
        self.exc_info = exc_info

    def __str__(self):
        return str(self.test)


class _Output(StringIO):
    def getvalue(self):
        text = super().getvalue()
        return text if not text or text.endswith('\n') else text + '\n'

    def truncate(self, size=None):
        self.seek(size)
        super().truncate()


def _without_detail(message):
    """The name of the exception alone: no module before it, no text after it."""
    end = len(message)
    newline = message.find('\n')
    if newline >= 0:
        end = newline
    colon = message.find(':', 0, end)
    if colon >= 0:
        end = colon
    return message[message.rfind('.', 0, end) + 1:end]


def _failure_text(exc_info):
    out = StringIO()
    traceback.print_exception(*exc_info, file=out)
    return out.getvalue()


class DocTestRunner:
    """Runs DocTests and counts."""
    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = 0
        self._name2ft = {}
        self.test = None
        self._fakeout = _Output()

    def report_start(self, out, test, example):
        """Before an example runs."""
        if self._verbose:
            expecting = 'Expecting:\n' + indent(example.want) if example.want else 'Expecting nothing\n'
            out('Trying:\n' + indent(example.source) + expecting)

    def report_success(self, out, test, example, got):
        """After one that printed what it should."""
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        """After one that printed something else."""
        out(self._failure_header(test, example)
            + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """After one that raised what it should not."""
        out(self._failure_header(test, example) + 'Exception raised:\n' + indent(_failure_text(exc_info)))

    def _failure_header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            number = '?' if test.lineno is None else test.lineno + example.lineno + 1
            lines.append('File "%s", line %s, in %s' % (test.filename, number, test.name))
        else:
            lines.append('Line %s, in %s' % (example.lineno + 1, test.name))
        return '\n'.join(lines + ['Failed example:', indent(example.source)])

    def _flags_for(self, example, first_failed):
        self.optionflags = self.original_optionflags
        for flag, value in example.options.items():
            if value:
                self.optionflags |= flag
            else:
                self.optionflags &= ~flag
        return self.optionflags & REPORT_ONLY_FIRST_FAILURE and first_failed

    def _execute(self, test, example, filename, compileflags):
        """The exception that the example raised, as exc_info, or None."""
        try:
            code = compile(example.source, filename, 'single', compileflags, True)
            exec(code, test.globs)
            self.debugger_set_continue()
        except KeyboardInterrupt:
            raise
        except:
            return sys.exc_info()
        return None

    def debugger_set_continue(self):
        pass

    def _compare(self, example, got, exception):
        """'ok', 'failure' or 'exception', and the text to show."""
        check = self._checker.check_output
        if exception is None:
            return ('ok' if check(example.want, got, self.optionflags) else 'failure'), got
        lines = traceback.format_exception_only(*exception[:2])
        if issubclass(exception[0], SyntaxError):
            names = (exception[0].__qualname__ + ':', '%s.%s:' % (exception[0].__module__, exception[0].__qualname__))
            start = next((place for place, line in enumerate(lines) if line.startswith(names)), 0)
            lines = lines[start:]
        message = ''.join(lines)
        shown = got + _failure_text(exception)
        if example.exc_msg is None:
            return 'exception', shown
        if check(example.exc_msg, message, self.optionflags):
            return 'ok', shown
        if self.optionflags & IGNORE_EXCEPTION_DETAIL and \
                check(_without_detail(example.exc_msg), _without_detail(message), self.optionflags):
            return 'ok', shown
        return 'failure', shown

    def __run(self, test, compileflags, out):
        failures = tries = 0
        original = self.original_optionflags = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self._flags_for(example, failures > 0)
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            exception = self._execute(test, example, '<doctest %s[%d]>' % (test.name, number), compileflags)
            got = self._fakeout.getvalue()
            self._fakeout.truncate(0)
            outcome, shown = self._compare(example, got, exception)
            if outcome == 'ok':
                if not quiet:
                    self.report_success(out, test, example, shown)
                continue
            if not quiet and outcome == 'exception':
                self.report_unexpected_exception(out, test, example, exception)
            elif not quiet:
                self.report_failure(out, test, example, shown)
            failures += 1
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        self.__record_outcome(test, failures, tries)
        return TestResults(failures, tries)

    def __record_outcome(self, test, failures, tries):
        before = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = (before[0] + failures, before[1] + tries)
        self.failures += failures
        self.tries += tries

    __LINECACHE_FILENAME_RE = _EXAMPLE_FILE

    def __patched_linecache_getlines(self, filename, module_globals=None):
        """The lines of an example while it runs; of all else as before."""
        match = self.__LINECACHE_FILENAME_RE.match(filename)
        if match and match.group('name') == self.test.name:
            return self.test.examples[int(match.group('examplenum'))].source.splitlines(keepends=True)
        return self.save_linecache_getlines(filename, module_globals)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs one DocTest: (failed, attempted). `out` gets the reports."""
        self.test = test
        if compileflags is None:
            import __future__
            compileflags = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names
                               if test.globs.get(name) is getattr(__future__, name))
        stdout = sys.stdout
        if out is None:
            def out(text, encoding=getattr(stdout, 'encoding', None)):
                if encoding is not None and encoding.lower() != 'utf-8':
                    text = str(text.encode(encoding, 'backslashreplace'), encoding)
                stdout.write(text)
        self.save_linecache_getlines, old_hook = linecache.getlines, sys.displayhook
        sys.stdout, linecache.getlines = self._fakeout, self.__patched_linecache_getlines
        sys.displayhook = sys.__displayhook__
        try:
            return self.__run(test, compileflags, out)
        finally:
            sys.stdout, linecache.getlines, sys.displayhook = stdout, self.save_linecache_getlines, old_hook
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def summarize(self, verbose=None):
        """Prints how many failed: (failed, attempted)."""
        verbose = self._verbose if verbose is None else verbose
        failed = [(name, counts) for name, counts in self._name2ft.items() if counts[0]]
        passed = [(name, counts[1]) for name, counts in self._name2ft.items() if counts[1] and not counts[0]]
        nothing = [name for name, counts in self._name2ft.items() if not counts[1]]
        attempts = sum(counts[1] for counts in self._name2ft.values())
        failures = sum(counts[0] for counts in self._name2ft.values())
        if verbose:
            if nothing:
                print(len(nothing), 'items had no tests:')
                for name in sorted(nothing):
                    print('   ', name)
            if passed:
                print(len(passed), 'items passed all tests:')
                for name, count in sorted(passed):
                    print(' %3d tests in %s' % (count, name))
        if failed:
            print(self.DIVIDER)
            print(len(failed), 'items had failures:')
            for name, (bad, all_of_it) in sorted(failed):
                print(' %3d of %3d in %s' % (bad, all_of_it, name))
        if verbose:
            print(attempts, 'tests in', len(self._name2ft), 'items.')
            print(attempts - failures, 'passed and', failures, 'failed.')
        if failures:
            print('***Test Failed***', failures, 'failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(failures, attempts)

    def merge(self, other):
        """Adds the counts of another runner."""
        for name, (failures, tries) in other._name2ft.items():
            before = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = (failures + before[0], tries + before[1])


class DebugRunner(DocTestRunner):
    """Raises at the first failure."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)
