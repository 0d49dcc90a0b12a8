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


def _shown(seconds, unit, precision):
    units = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}
    if unit is None:
        unit = next(name for name in ("sec", "msec", "usec", "nsec") if seconds >= units[name] or name == "nsec")
    return f"{seconds / units[unit]:.{precision}g} {unit}"


def main(args=None, *, _wrap_timer=None):
    """python -m timeit"""
    import argparse
    parser = argparse.ArgumentParser(prog="timeit")
    parser.add_argument("-n", "--number", type=int, default=0)
    parser.add_argument("-r", "--repeat", type=int, default=default_repeat)
    parser.add_argument("-s", "--setup", action="append", default=None)
    parser.add_argument("-u", "--unit", choices=["nsec", "usec", "msec", "sec"])
    parser.add_argument("-v", "--verbose", action="count", default=0)
    parser.add_argument("statement", nargs="*")
    options = parser.parse_args(args)
    timer = Timer("\n".join(options.statement) or "pass", "\n".join(options.setup or ["pass"]))
    number = options.number or timer.autorange()[0]
    times = [taken / number for taken in timer.repeat(max(options.repeat, 1), number)]
    precision = 3 + options.verbose
    print(f"{number} loop{'s' if number != 1 else ''}, best of {len(times)}: "
          f"{_shown(min(times), options.unit, precision)} per loop")


if __name__ == "__main__":
    sys.exit(main())
