"""Measures how long small pieces of code take."""
import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter
_globals = globals

_TEMPLATE = """
def inner(_it, _timer{parameters}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {statement}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """Times a statement after a set-up, each a text or a function."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        parameters = ''
        texts = {}
        for role, code, indent in (('setup', setup, 4), ('statement', stmt, 8)):
            if isinstance(code, str):
                compile(code if role == 'setup' or not isinstance(setup, str) else setup + '\n' + code,
                        "<timeit-src>", "exec")
                texts[role] = reindent(code, indent)
            elif callable(code):
                names['_' + role] = code
                parameters += f', _{role}=_{role}'
                texts[role] = f'_{role}()'
            else:
                raise ValueError(f"{'setup' if role == 'setup' else 'stmt'} is neither a string nor callable")
        self.src = _TEMPLATE.format(parameters=parameters, **texts)
        namespace = dict(_globals() if globals is None else globals)
        namespace.update(names)
        exec(compile(self.src, "<timeit-src>", "exec"), namespace)
        self.inner = namespace["inner"]

    def timeit(self, number=default_number):
        """The seconds that this many executions take; the collector is off meanwhile."""
        collecting = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if collecting:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """The number of executions that takes 0.2 seconds, and the time."""
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def _shown(seconds, unit, precision):
    if unit is None:
        unit = next(name for name in ("sec", "msec", "usec", "nsec") if seconds >= _UNITS[name] or name == "nsec")
    return f"{seconds / _UNITS[unit]:.{precision}g} {unit}"


def main(args=None, *, _wrap_timer=None):
    """python -m timeit: the exit code, None where all went well."""
    import getopt
    import os
    try:
        options, words = getopt.getopt(sys.argv[1:] if args is None else args, "n:u:s:r:pvh",
                                       ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"])
    except getopt.error as error:
        print(error)
        print("use -h/--help for command line help")
        return 2
    timer, number, repeats, verbose, precision, unit, setup = default_timer, 0, default_repeat, 0, 3, None, []
    for option, value in options:
        if option in ("-n", "--number"):
            number = int(value)
        elif option in ("-s", "--setup"):
            setup.append(value)
        elif option in ("-u", "--unit"):
            if value not in _UNITS:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            unit = value
        elif option in ("-r", "--repeat"):
            repeats = max(int(value), 1)
        elif option in ("-p", "--process"):
            timer = time.process_time
        elif option in ("-v", "--verbose"):
            precision += bool(verbose)
            verbose += 1
        else:
            print(_HELP, end="")
            return 0
    sys.path.insert(0, os.curdir)  # so that the statement may import what stands here
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    measured = Timer("\n".join(words) or "pass", "\n".join(setup) or "pass", timer)
    try:
        if number == 0:
            number = measured.autorange(_tell_loops if verbose else None)[0]
            if verbose:
                print()
        times = measured.repeat(repeats, number)
    except:
        measured.print_exc()
        return 1
    _report(times, number, unit, precision, verbose)


def _tell_loops(number, taken):
    print(f"{number} loop{'s' if number != 1 else ''} -> {taken:.3g} secs")


def _report(times, number, unit, precision, verbose):
    if verbose:
        print("raw times:", ", ".join([_shown(taken, unit, precision) for taken in times]))
        print()
    times = [taken / number for taken in times]
    best, worst = _shown(min(times), unit, precision), _shown(max(times), unit, precision)
    print(f"{number} loop{'s' if number != 1 else ''}, best of {len(times)}: {best} per loop")
    if max(times) >= min(times) * 4:
        import warnings
        warnings.warn_explicit(f"The test results are likely unreliable. The worst time ({worst}) was more than four "
                               f"times slower than the best time ({best}).", UserWarning, '', 0)


_HELP = """Times a piece of Python.

usage: python -m timeit [-n N] [-r N] [-s S] [-p] [-u U] [-v] [-h] [--] [statement ...]

  -n N, --number N   how many times the statement runs; by default as often as 0.2 seconds allow
  -r N, --repeat N   how many times that is measured (default 5)
  -s S, --setup S    a statement to run once before, not timed (default pass)
  -p, --process      the time of this process instead of the clock's
  -u U, --unit U     nsec, usec, msec or sec
  -v, --verbose      all times too; more of it: more digits
  -h, --help         this text
  --                 what follows is the statement, even if it begins with -

Each further argument is a line of the statement, each further -s a line of the setup.
"""


if __name__ == "__main__":
    sys.exit(main())
