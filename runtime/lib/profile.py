"""Measures how often functions are called and how long they take: a profiler in Python. cProfile disturbs less."""
import importlib.machinery
import io
import marshal
import os
import sys
import time

__all__ = ['run', 'runctx', 'Profile']


class _Utils:
    """run() and runctx() of a module, for its kind of profiler."""

    def __init__(self, profiler):
        self.profiler = profiler

    def run(self, statement, filename, sort):
        profiler = self.profiler()
        try:
            profiler.run(statement)
        except SystemExit:
            pass
        finally:
            self._show(profiler, filename, sort)

    def runctx(self, statement, globals, locals, filename, sort):
        profiler = self.profiler()
        try:
            profiler.runctx(statement, globals, locals)
        except SystemExit:
            pass
        finally:
            self._show(profiler, filename, sort)

    def _show(self, profiler, filename, sort):
        if filename is not None:
            profiler.dump_stats(filename)
        else:
            profiler.print_stats(sort)


def run(statement, filename=None, sort=-1):
    """Runs statements in __main__; prints what was measured, or writes it to a file."""
    return _Utils(Profile).run(statement, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """The same with namespaces."""
    return _Utils(Profile).runctx(statement, globals, locals, filename, sort)


class _Running:
    """A function that runs: its time so far, and what had passed in its caller when it was called."""
    __slots__ = 'function', 'frame', 'caller', 'before', 'inside', 'below'

    def __init__(self, function, frame, caller, before):
        self.function = function
        self.frame = frame
        self.caller = caller
        self.before = before
        self.inside = self.below = 0


class Profile:
    """The profiler. `timer` returns seconds, `bias` is what telling of an event costs.

    `timings` is {(file, line, name): [calls that are no recursion, how often it runs now besides, time in it, time in it
    and what it calls, {caller: calls}]}.
    """

    bias = 0

    def __init__(self, timer=None, bias=None):
        self.timings = {}
        self.stats = {}
        self.cur = None
        self.c_func_name = ''
        if bias is not None:
            self.bias = bias
        self.timer = self.get_time = timer or time.process_time
        if timer and not isinstance(timer(), (int, float)):
            self.get_time = lambda: sum(timer())
        self.dispatcher = self._dispatch
        self.t = self.get_time()
        self.simulate_call('profiler')

    # --- events

    _HANDLERS = {
        'call': lambda self, frame, spent: self._enter(_name_of(frame.f_code), frame, spent),
        'return': lambda self, frame, spent: self._leave(spent),
        'c_call': lambda self, frame, spent: self._enter(('', 0, self.c_func_name), frame, spent),
        'c_return': lambda self, frame, spent: self._leave(spent),
        'c_exception': lambda self, frame, spent: self._leave(spent),
        'exception': lambda self, frame, spent: self._pass(spent),
    }

    def _dispatch(self, frame, event, arg):
        """The profile function. What it needs itself is not counted."""
        spent = self.get_time() - self.t - self.bias
        if event == 'c_call':
            self.c_func_name = arg.__name__
        if event == 'call' and self.cur.caller is not None:
            while self.cur.frame is not frame.f_back and self.cur.frame is not None and self.cur.frame is not frame:
                self._leave(0)  # it was left without being told
        self._HANDLERS[event](self, frame, spent)
        self.t = self.get_time()

    def _enter(self, function, frame, spent):
        self.cur = _Running(function, frame, self.cur, spent)
        row = self.timings.setdefault(function, [0, -1, 0, 0, {}])
        row[1] += 1

    def _leave(self, spent):
        ended = self.cur
        caller = ended.caller
        if caller is None:
            return
        ended.inside += spent
        whole = ended.inside + ended.below
        caller.inside += ended.before
        caller.below += whole
        row = self.timings[ended.function]
        if row[1] == 0:  # no other call of it is running
            row[3] += whole
            row[0] += 1
        row[1] -= 1
        row[2] += ended.inside
        callers = row[4]
        callers[caller.function] = callers.get(caller.function, 0) + 1
        self.cur = caller

    def _pass(self, spent):
        self.cur.inside += spent

    def set_cmd(self, cmd):
        """What is run appears as a function, once."""
        if self.cur.caller is None:
            self.simulate_call(cmd if isinstance(cmd, str) else repr(cmd))

    def simulate_call(self, name):
        self._enter(('profile', 0, name), None, 0)

    def simulate_cmd_complete(self):
        """All that runs ends now."""
        spent = self.get_time() - self.t
        while self.cur.caller is not None:
            self._leave(spent)
            spent = 0
        self.t = self.get_time() - spent

    # --- results

    def print_stats(self, sort=-1):
        import pstats
        pstats.Stats(self).strip_dirs().sort_stats(sort).print_stats()

    def dump_stats(self, file):
        self.create_stats()
        with open(file, 'wb') as target:
            marshal.dump(self.stats, target)

    def create_stats(self):
        self.simulate_cmd_complete()
        self.snapshot_stats()

    def snapshot_stats(self):
        self.stats = {function: (primitive, sum(callers.values()), inside, whole, callers.copy())
                      for function, (primitive, _, inside, whole, callers) in self.timings.items()}

    # --- what to measure

    def run(self, cmd):
        import __main__
        namespace = __main__.__dict__
        return self.runctx(cmd, namespace, namespace)

    def runctx(self, cmd, globals, locals):
        self.set_cmd(cmd)
        sys.setprofile(self.dispatcher)
        try:
            exec(cmd, globals, locals)
        finally:
            sys.setprofile(None)
        return self

    def runcall(self, func, /, *args, **kw):
        self.set_cmd(repr(func))
        sys.setprofile(self.dispatcher)
        try:
            return func(*args, **kw)
        finally:
            sys.setprofile(None)

    def calibrate(self, m, verbose=0):
        """The bias that suits this machine: how much longer m calls seem to take than they do, for each event."""
        if self.__class__ is not Profile:
            raise TypeError('Subclasses must override .calibrate().')
        before, self.bias = self.bias, 0
        try:
            return self._calibrate(m, verbose)
        finally:
            self.bias = before

    def _calibrate(self, m, verbose):
        def calls(n):
            for _ in range(n):
                short(100)

        def short(n):
            for _ in range(n):
                pass

        begin = self.get_time()
        calls(m)
        alone = self.get_time() - begin
        profile = Profile(self.timer)
        begin = self.get_time()
        profile.runctx('calls(m)', {'calls': calls}, {'m': m})
        if verbose:
            print('elapsed time without profiling =', alone)
            print('elapsed time with profiling =', self.get_time() - begin)
        profile.create_stats()
        rows = [row for function, row in profile.stats.items() if function[2] in ('calls', 'short')]
        seen = sum(row[2] for row in rows)
        count = sum(row[1] for row in rows)
        if verbose:
            print("'CPU seconds' profiler reported =", seen)
            print('total # calls =', count)
        if count != m + 1:
            raise ValueError('internal error: total calls = %d' % count)
        mean = (seen - alone) / 2.0 / count
        if verbose:
            print('mean stopwatch overhead per profile event =', mean)
        return mean


def _name_of(code):
    return code.co_filename, code.co_firstlineno, code.co_name


def _run_program(module, name):
    """python -m profile, python -m cProfile."""
    from optparse import OptionParser
    import pstats
    parser = OptionParser(usage=name + ' [-o output_file_path] [-s sort] [-m module | scriptfile] [arg] ...')
    parser.allow_interspersed_args = False
    parser.add_option('-o', '--outfile', dest='outfile', help='Save stats to <outfile>', default=None)
    parser.add_option('-m', dest='module', action='store_true', help='Profile a library module.', default=False)
    kind = {} if name == 'profile.py' else {'choices': sorted(pstats.Stats.sort_arg_dict_default), 'type': 'choice'}
    parser.add_option('-s', '--sort', dest='sort', default=-1 if name == 'profile.py' else 2,
                      help='Sort order when printing to stdout, based on pstats.Stats class', **kind)
    if not sys.argv[1:]:
        parser.print_usage()
        sys.exit(2)
    options, args = parser.parse_args()
    sys.argv[:] = args
    if options.outfile is not None:
        options.outfile = os.path.abspath(options.outfile)  # the program may go to another folder
    if not args:
        parser.print_usage()
        return parser
    if options.module:
        import runpy
        code = "run_module(modname, run_name='__main__')"
        names = {'run_module': runpy.run_module, 'modname': args[0]}
    else:
        filename = args[0]
        sys.path.insert(0, os.path.dirname(filename))
        with io.open_code(filename) as file:
            code = compile(file.read(), filename, 'exec')
        spec = importlib.machinery.ModuleSpec(name='__main__', loader=None, origin=filename)
        names = {'__spec__': spec, '__file__': spec.origin, '__name__': spec.name, '__package__': None,
                 '__cached__': None}
    try:
        module.runctx(code, names, None, options.outfile, options.sort)
    except BrokenPipeError as error:
        sys.stdout = None  # nobody reads any more
        sys.exit(error.errno)
    return parser


def main():
    import profile
    return _run_program(profile, 'profile.py')


if __name__ == '__main__':
    main()
