"""Shows lines as they run, counts them, lists functions and who calls whom: `python -m trace`."""
import dis
import gc
import inspect
import linecache
import os
import pickle
import sys
import threading
import token
import tokenize
from time import monotonic as _time

__all__ = ['Trace', 'CoverageResults']

PRAGMA_NOCOVER = '#pragma NO COVER'


class _Ignore:
    """Which modules and folders are left out."""

    def __init__(self, modules=None, dirs=None):
        self._mods = set(modules or ())
        self._dirs = [os.path.normpath(each) for each in dirs or ()]
        self._ignore = {'<string>': 1}

    def names(self, filename, modulename):
        if modulename not in self._ignore:
            self._ignore[modulename] = int(self._is_ignored(filename, modulename))
        return self._ignore[modulename]

    def _is_ignored(self, filename, modulename):
        if modulename in self._mods or any(modulename.startswith(each + '.') for each in self._mods):
            return True
        if filename is None:  # built in
            return True
        return any(filename.startswith(each + os.sep) for each in self._dirs)


def _modname(path):
    """The module's name that a path ends with."""
    return os.path.splitext(os.path.basename(path))[0]


def _fullmodname(path):
    """The same with its packages, as far as sys.path says where they begin."""
    compared = os.path.normcase(path)
    longest = ''
    for folder in map(os.path.normcase, sys.path):
        if compared.startswith(folder) and compared[len(folder):len(folder) + 1] == os.sep and len(folder) > len(longest):
            longest = folder
    base = path[len(longest) + 1:] if longest else path
    base = os.path.splitdrive(base)[1].replace(os.sep, '.')
    return os.path.splitext(base)[0].lstrip('.')


class CoverageResults:
    """What was counted: lines {(file, line): times}, functions, calls. Can be written and read back."""

    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = {} if counts is None else counts
        self.counter = self.counts.copy()
        self.calledfuncs = {} if calledfuncs is None else calledfuncs
        self.calledfuncs = self.calledfuncs.copy()
        self.callers = {} if callers is None else callers
        self.callers = self.callers.copy()
        self.infile = infile
        self.outfile = outfile
        if infile:
            try:
                with open(infile, 'rb') as file:
                    counts, calledfuncs, callers = pickle.load(file)
                self.update(self.__class__(counts, calledfuncs, callers=callers))
            except (OSError, EOFError, ValueError) as error:
                print('Skipping counts file %r: %s' % (infile, error), file=sys.stderr)

    def is_ignored_filename(self, filename):
        """Is it the name of no file?"""
        return filename.startswith('<') and filename.endswith('>')

    def update(self, other):
        """Adds other results to these."""
        for place, times in other.counts.items():
            self.counts[place] = self.counts.get(place, 0) + times
        self.calledfuncs.update(dict.fromkeys(other.calledfuncs, 1))
        self.callers.update(dict.fromkeys(other.callers, 1))

    def write_results(self, show_missing=True, summary=False, coverdir=None):
        """Prints functions and calls, writes a file with counts beside each source file or into coverdir."""
        self._print_functions()
        self._print_calls()
        lines_of = {}
        for (filename, lineno), times in self.counts.items():
            lines_of.setdefault(filename, {})[lineno] = times
        sums = {}
        for filename, counts in lines_of.items():
            if not self.is_ignored_filename(filename):
                self._write_module(filename, counts, show_missing, coverdir, sums)
        if summary and sums:
            print('lines   cov%   module   (path)')
            for name in sorted(sums):
                total, percent, _, filename = sums[name]
                print('%5d   %3d%%   %s   (%s)' % (total, percent, name, filename))
        if self.outfile:
            try:
                with open(self.outfile, 'wb') as file:
                    pickle.dump((self.counts, self.calledfuncs, self.callers), file, 1)
            except OSError as error:
                print("Can't save counts files because %s" % error, file=sys.stderr)

    def _print_functions(self):
        if not self.calledfuncs:
            return
        print()
        print('functions called:')
        for filename, module, function in sorted(self.calledfuncs):
            print('filename: %s, modulename: %s, funcname: %s' % (filename, module, function))

    def _print_calls(self):
        if not self.callers:
            return
        print()
        print('calling relationships:')
        last, last_callee = '', ''
        for (caller_file, caller_module, caller), (file, module, function) in sorted(self.callers):
            if caller_file != last:
                print()
                print('***', caller_file, '***')
                last, last_callee = caller_file, ''
            if caller_file != file and last_callee != file:
                print('  -->', file)
                last_callee = file
            print('    %s.%s -> %s.%s' % (caller_module, caller, module, function))

    def _write_module(self, filename, counts, show_missing, coverdir, sums):
        if filename.endswith('.pyc'):
            filename = filename[:-1]
        if coverdir is None:
            folder, name = os.path.dirname(os.path.abspath(filename)), _modname(filename)
        else:
            folder, name = coverdir, _fullmodname(filename)
            os.makedirs(folder, exist_ok=True)
        wanted = _find_executable_linenos(filename) if show_missing else {}
        source = linecache.getlines(filename)
        with open(filename, 'rb') as file:
            encoding, _ = tokenize.detect_encoding(file.readline)
        hits, lines = self.write_results_file(os.path.join(folder, name + '.cover'), source, wanted, counts, encoding)
        if lines:
            sums[name] = lines, int(100 * hits / lines), name, filename

    def write_results_file(self, path, lines, lnotab, lines_hit, encoding=None):
        """Writes the lines with how often each ran; returns (lines that ran, lines that could)."""
        try:
            file = open(path, 'w', encoding=encoding)
        except OSError as error:
            print('trace: Could not open %r for writing: %s - skipping' % (path, error), file=sys.stderr)
            return 0, 0
        hits = could = 0
        with file:
            for lineno, line in enumerate(lines, 1):
                if lineno in lines_hit:
                    file.write('%5d: ' % lines_hit[lineno])
                    hits += 1
                    could += 1
                elif lineno in lnotab and PRAGMA_NOCOVER not in line:
                    file.write('>>>>>> ')
                    could += 1
                else:
                    file.write('       ')
                file.write(line.expandtabs(8))
        return hits, could


def _find_lines_from_code(code, strs):
    """{line: 1} for each line of the code that is no part of a text in `strs`."""
    return {line: 1 for _, line in dis.findlinestarts(code) if line is not None and line not in strs}


def _find_lines(code, strs):
    """The same with the code inside it."""
    lines = _find_lines_from_code(code, strs)
    for constant in code.co_consts:
        if inspect.iscode(constant):
            lines.update(_find_lines(constant, strs))
    return lines


def _find_strings(filename, encoding=None):
    """{line: 1} for each line of a text that stands alone, as a docstring does."""
    lines = {}
    before = token.INDENT
    with open(filename, encoding=encoding) as file:
        for kind, _, start, end, _ in tokenize.generate_tokens(file.readline):
            if kind == token.STRING and before == token.INDENT:
                lines.update(dict.fromkeys(range(start[0], end[0] + 1), 1))
            before = kind
    return lines


def _find_executable_linenos(filename):
    """{line: 1} for each line of a file that can run."""
    try:
        with tokenize.open(filename) as file:
            source, encoding = file.read(), file.encoding
    except OSError as error:
        print('Not printing coverage data for %r: %s' % (filename, error), file=sys.stderr)
        return {}
    return _find_lines(compile(source, filename, 'exec'), _find_strings(filename, encoding))


class Trace:
    """Traces what run() or runfunc() runs.

    count: counts lines; trace: prints them; countfuncs: lists functions; countcallers: who calls whom; ignoremods and
    ignoredirs: what is left out; infile, outfile: counts to begin with and where results go; timing: prints when.
    """

    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(), infile=None,
                 outfile=None, timing=False):
        self.infile = infile
        self.outfile = outfile
        self.ignore = _Ignore(ignoremods, ignoredirs)
        self.counts = {}
        self.pathtobasename = {}
        self.donothing = 0
        self.trace = trace
        self._calledfuncs = {}
        self._callers = {}
        self._caller_cache = {}
        self.start_time = _time() if timing else None
        self.globaltrace, self.localtrace = None, None
        if countcallers:
            self.globaltrace = self.globaltrace_trackcallers
        elif countfuncs:
            self.globaltrace = self.globaltrace_countfuncs
        elif trace and count:
            self.globaltrace, self.localtrace = self.globaltrace_lt, self.localtrace_trace_and_count
        elif trace:
            self.globaltrace, self.localtrace = self.globaltrace_lt, self.localtrace_trace
        elif count:
            self.globaltrace, self.localtrace = self.globaltrace_lt, self.localtrace_count
        else:
            self.donothing = 1

    def run(self, cmd):
        import __main__
        namespace = __main__.__dict__
        self.runctx(cmd, namespace, namespace)

    def runctx(self, cmd, globals=None, locals=None):
        globals = {} if globals is None else globals
        locals = {} if locals is None else locals
        if not self.donothing:
            threading.settrace(self.globaltrace)
            sys.settrace(self.globaltrace)
        try:
            exec(cmd, globals, locals)
        finally:
            if not self.donothing:
                sys.settrace(None)
                threading.settrace(None)

    def runfunc(self, func, /, *args, **kw):
        if self.donothing:
            return func(*args, **kw)
        sys.settrace(self.globaltrace)
        try:
            return func(*args, **kw)
        finally:
            sys.settrace(None)

    # --- functions

    def file_module_function_of(self, frame):
        """(file, module, function), the function with its class where one can be found that has it."""
        code = frame.f_code
        filename = code.co_filename
        module = _modname(filename) if filename else None
        if code not in self._caller_cache:
            self._caller_cache[code] = self._class_of(code)
        owner = self._caller_cache[code]
        return filename, module, f'{owner}.{code.co_name}' if owner else code.co_name

    def _class_of(self, code):
        functions = [each for each in gc.get_referrers(code) if inspect.isfunction(each)]
        if len(functions) != 1:
            return None
        dicts = [each for each in gc.get_referrers(functions[0]) if isinstance(each, dict)]
        classes = [each for found in dicts for each in gc.get_referrers(found) if hasattr(each, '__bases__')]
        if len(classes) == 1:
            return classes[0].__name__
        owner, _, _ = code.co_qualname.rpartition('.')
        return owner.rpartition('.')[2] if owner and not owner.endswith('>') else None

    def globaltrace_trackcallers(self, frame, why, arg):
        if why == 'call':
            self._callers[self.file_module_function_of(frame.f_back), self.file_module_function_of(frame)] = 1

    def globaltrace_countfuncs(self, frame, why, arg):
        if why == 'call':
            self._calledfuncs[self.file_module_function_of(frame)] = 1

    # --- lines

    def globaltrace_lt(self, frame, why, arg):
        if why != 'call':
            return None
        filename = frame.f_globals.get('__file__', None)
        if not filename:
            return None
        module = _modname(filename)
        if module is None or self.ignore.names(filename, module):
            return None
        if self.trace:
            print(' --- modulename: %s, funcname: %s' % (module, frame.f_code.co_name))
        return self.localtrace

    def _count_line(self, frame):
        place = frame.f_code.co_filename, frame.f_lineno
        self.counts[place] = self.counts.get(place, 0) + 1

    def _print_line(self, frame):
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
        if self.start_time:
            print('%.2f' % (_time() - self.start_time), end=' ')
        print('%s(%d): %s' % (os.path.basename(filename), lineno, linecache.getline(filename, lineno)), end='')

    def localtrace_trace_and_count(self, frame, why, arg):
        if why == 'line':
            self._count_line(frame)
            self._print_line(frame)
        return self.localtrace

    def localtrace_trace(self, frame, why, arg):
        if why == 'line':
            self._print_line(frame)
        return self.localtrace

    def localtrace_count(self, frame, why, arg):
        if why == 'line':
            self._count_line(frame)
        return self.localtrace

    def results(self):
        return CoverageResults(self.counts, infile=self.infile, outfile=self.outfile, calledfuncs=self._calledfuncs,
                               callers=self._callers)


def _make_parser():
    import argparse
    parser = argparse.ArgumentParser(prog='trace')
    parser.add_argument('--version', action='version', version='trace 2.0')
    main = parser.add_argument_group('Main options', 'One of these (or --report) must be given')
    main.add_argument('-c', '--count', action='store_true',
                      help='write how often each line ran to <module>.cover; with --file counts go on from run to run')
    main.add_argument('-t', '--trace', action='store_true', help='print each line before it runs')
    main.add_argument('-l', '--listfuncs', action='store_true', help='list the functions that were called')
    main.add_argument('-T', '--trackcalls', action='store_true', help='list who called whom')
    changes = parser.add_argument_group('Modifiers')
    either = changes.add_mutually_exclusive_group()
    either.add_argument('-r', '--report', action='store_true', help='write a report from a counts file; nothing is run')
    either.add_argument('-R', '--no-report', action='store_true', help='write no coverage report')
    changes.add_argument('-f', '--file', help='file that keeps counts from run to run')
    changes.add_argument('-C', '--coverdir', help='folder for the reports')
    changes.add_argument('-m', '--missing', action='store_true', help='mark lines that did not run')
    changes.add_argument('-s', '--summary', action='store_true', help='print a short summary')
    changes.add_argument('-g', '--timing', action='store_true', help='print the time before each line')
    filters = parser.add_argument_group('Filters', 'Can be specified multiple times')
    filters.add_argument('--ignore-module', action='append', default=[], help='leave modules out (names with commas between)')
    filters.add_argument('--ignore-dir', action='append', default=[], help='leave out what is in these folders')
    parser.add_argument('--module', action='store_true', default=False, help='trace a module')
    parser.add_argument('progname', nargs='?', help='file to run as main program')
    parser.add_argument('arguments', nargs=argparse.REMAINDER, help='arguments to the program')
    return parser


def _ignored_folders(given):
    """Names of folders with os.pathsep between; $prefix and $exec_prefix stand for the installation's."""
    places = {'$prefix': sys.prefix, '$exec_prefix': sys.exec_prefix}
    for each in (name for text in given for name in text.split(os.pathsep)):
        folder = os.path.expandvars(os.path.expanduser(each))
        for name, path in places.items():
            folder = folder.replace(name, path or '')
        yield os.path.normpath(folder)


def _namespace_of(opts):
    """(code, globals) of the program that is to run."""
    if opts.module:
        import runpy
        _, spec, code = runpy._get_module_details(opts.progname)
        sys.argv = [code.co_filename, *opts.arguments]
        return code, {'__name__': '__main__', '__file__': code.co_filename, '__package__': spec.parent,
                      '__loader__': spec.loader, '__spec__': spec, '__cached__': None}
    sys.argv = [opts.progname, *opts.arguments]
    sys.path[:1] = [os.path.dirname(opts.progname)]
    import io
    with io.open_code(opts.progname) as file:
        code = compile(file.read(), opts.progname, 'exec')
    return code, {'__file__': opts.progname, '__name__': '__main__', '__package__': None, '__cached__': None}


def _check(parser, opts):
    if opts.report:
        if not opts.file:
            parser.error('-r/--report requires -f/--file')
    elif not any([opts.trace, opts.count, opts.listfuncs, opts.trackcalls]):
        parser.error('must specify one of --trace, --count, --report, --listfuncs, or --trackcalls')
    elif opts.listfuncs and (opts.count or opts.trace):
        parser.error('cannot specify both --listfuncs and (--trace or --count)')
    elif opts.summary and not opts.count:
        parser.error('--summary can only be used with --count or --report')
    elif opts.progname is None:
        parser.error('progname is missing: required with the main options')


def main():
    parser = _make_parser()
    opts = parser.parse_args()
    _check(parser, opts)
    if opts.report:
        results = CoverageResults(infile=opts.file, outfile=opts.file)
        return results.write_results(opts.missing, opts.summary, opts.coverdir)
    modules = [name.strip() for text in opts.ignore_module for name in text.split(',')]
    tracer = Trace(opts.count, opts.trace, countfuncs=opts.listfuncs, countcallers=opts.trackcalls, ignoremods=modules,
                   ignoredirs=list(_ignored_folders(opts.ignore_dir)), infile=opts.file, outfile=opts.file,
                   timing=opts.timing)
    try:
        code, namespace = _namespace_of(opts)
        tracer.runctx(code, namespace, namespace)
    except OSError as error:
        sys.exit('Cannot run file %r because: %s' % (sys.argv[0], error))
    except SystemExit:
        pass
    results = tracer.results()
    if not opts.no_report:
        results.write_results(opts.missing, opts.summary, opts.coverdir)


if __name__ == '__main__':
    main()
