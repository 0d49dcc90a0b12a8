"""Measures how often functions are called and how long they take, functions in C++ too, and who called them."""
import marshal
import sys
import time
import profile as _pyprofile
from collections import namedtuple

__all__ = ['run', 'runctx', 'Profile']


def run(statement, filename=None, sort=-1):
    return _pyprofile._Utils(Profile).run(statement, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    return _pyprofile._Utils(Profile).runctx(statement, globals, locals, filename, sort)


run.__doc__ = _pyprofile.run.__doc__
runctx.__doc__ = _pyprofile.runctx.__doc__

profiler_entry = namedtuple('profiler_entry', 'code callcount reccallcount totaltime inlinetime calls')
profiler_subentry = namedtuple('profiler_subentry', 'code callcount reccallcount totaltime inlinetime')


class _Counts:
    """Calls of a function, or of one function by another."""
    __slots__ = 'calls', 'recursive', 'whole', 'inside', 'running', 'callees'

    def __init__(self):
        self.calls = self.recursive = self.running = 0
        self.whole = self.inside = 0
        self.callees = {}

    def end(self, whole, inside):
        self.running -= 1
        if self.running:
            self.recursive += 1
        else:
            self.whole += whole
        self.inside += inside
        self.calls += 1

    def values(self, unit):
        return self.calls, self.recursive, self.whole * unit, self.inside * unit


class Profile:
    """The profiler. Counts between enable() and disable(), also as a context manager.

    `timer` returns the time: as a float in seconds, or as an int in units of `timeunit` seconds.
    """

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._timer = timer or time.perf_counter
        self._unit = timeunit if timer and timeunit else 1
        self._subcalls = subcalls
        self._builtins = builtins
        self._entries = {}  # code, or the text for a function in C++: _Counts
        self._stack = []    # of what runs: [key, counts, counts by its caller, begin, time of what it called]
        self._disable = sys.intern("<method 'disable' of '_lsprof.Profiler' objects>")

    def enable(self, subcalls=True, builtins=True):
        """Begins to count; for each caller apart where subcalls is true, functions in C++ where builtins is."""
        self._subcalls = subcalls
        self._builtins = builtins
        sys.setprofile(self)

    def disable(self):
        """Ends it."""
        sys.setprofile(None)
        while self._stack:
            self._leave()

    def clear(self):
        """Forgets what was counted."""
        self._entries = {}
        self._stack = []

    def getstats(self):
        """Rows of code (or a text), calls, recursive calls, time with what it calls, time in it, rows of callees."""
        rows = []
        for key, counts in self._entries.items():
            if not counts.calls:
                continue
            callees = [profiler_subentry(callee, *each.values(self._unit)) for callee, each in counts.callees.items()
                       if each.calls]
            rows.append(profiler_entry(key, *counts.values(self._unit), callees or None))
        return rows

    # --- events

    def __call__(self, frame, event, arg):
        if event == 'call':
            code = frame.f_code
            if code is not _DISABLE_CODE:
                self._enter(code)
            elif self._builtins:
                self._enter(self._disable)
        elif event == 'return':
            self._leave()
        elif self._builtins and frame.f_code is not _DISABLE_CODE and frame.f_code is not _ENABLE_CODE:
            if event == 'c_call':
                self._enter(_name_of_native(arg))
            else:
                self._leave()

    def _enter(self, key):
        counts = self._entries.get(key)
        if counts is None:
            counts = self._entries[key] = _Counts()
        counts.running += 1
        called = None
        if self._subcalls and self._stack:
            callees = self._stack[-1][1].callees
            called = callees.get(key)
            if called is None:
                called = callees[key] = _Counts()
            called.running += 1
        self._stack.append([key, counts, called, self._timer(), 0])

    def _leave(self):
        now = self._timer()
        if not self._stack:
            return  # it was called before enable()
        _, counts, called, begin, below = self._stack.pop()
        whole = now - begin
        if self._stack:
            self._stack[-1][4] += whole
        counts.end(whole, whole - below)
        if called is not None:
            called.end(whole, whole - below)

    # --- results

    def print_stats(self, sort=-1):
        import pstats
        pstats.Stats(self).strip_dirs().sort_stats(sort).print_stats()

    def dump_stats(self, file):
        with open(file, 'wb') as target:
            self.create_stats()
            marshal.dump(self.stats, target)

    def create_stats(self):
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        entries = self.getstats()
        self.stats = {}
        callers = {}
        for entry in entries:
            mine = callers[label(entry.code)] = {}
            self.stats[label(entry.code)] = (entry.callcount - entry.reccallcount, entry.callcount, entry.inlinetime,
                                             entry.totaltime, mine)
        for entry in entries:
            for each in entry.calls or ():
                known = callers.get(label(each.code))
                if known is None:
                    continue
                row = (each.callcount, each.callcount - each.reccallcount, each.inlinetime, each.totaltime)
                before = known.get(label(entry.code))
                known[label(entry.code)] = tuple(map(sum, zip(before, row))) if before else row

    # --- what to measure

    def run(self, cmd):
        import __main__
        namespace = __main__.__dict__
        return self.runctx(cmd, namespace, namespace)

    def runctx(self, cmd, globals, locals):
        self.enable()
        try:
            exec(cmd, globals, locals)
        finally:
            self.disable()
        return self

    def runcall(self, func, /, *args, **kw):
        self.enable()
        try:
            return func(*args, **kw)
        finally:
            self.disable()

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *exc_info):
        self.disable()


_ENABLE_CODE = Profile.enable.__code__
_DISABLE_CODE = Profile.disable.__code__


def _name_of_native(function):
    """What a function in C++ is called in a listing."""
    owner = getattr(function, '__self__', None)
    name = function.__name__
    if owner is None or isinstance(owner, type(sys)):
        module = function.__module__
        return f'<built-in method {module}.{name}>' if module else f'<built-in method {name}>'
    method = getattr(type(owner), name, None)
    return repr(method) if method is not None else f'<built-in method {name}>'


def label(code):
    """A row's key: (file, line, name)."""
    return ('~', 0, code) if isinstance(code, str) else (code.co_filename, code.co_firstlineno, code.co_name)


def main():
    import cProfile
    return _pyprofile._run_program(cProfile, 'cProfile.py')


if __name__ == '__main__':
    main()
