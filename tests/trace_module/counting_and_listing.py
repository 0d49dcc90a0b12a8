"""Trace counts lines, prints them, lists functions and who calls whom."""
import contextlib
import io
import os
import trace


def helper(x):
    return x + 1


def work(n):
    total = 0
    for i in range(n):
        total += helper(i)
    return total


class Thing:
    def method(self):
        return helper(1)


name = os.path.basename(__file__)
tracer = trace.Trace(count=1, trace=0)
print(tracer.runfunc(work, 3))
first = work.__code__.co_firstlineno
counts = tracer.results().counts
print({lineno - first: times for (filename, lineno), times in sorted(counts.items()) if filename == __file__})
tracer = trace.Trace(count=0, trace=0, countfuncs=1)
tracer.runfunc(work, 2)
print(sorted(function for filename, module, function in tracer.results().calledfuncs if filename == __file__))
tracer = trace.Trace(count=0, trace=0, countcallers=1)
tracer.runfunc(Thing().method)
calls = tracer.results().callers
print(sorted((caller[2], callee[2]) for caller, callee in calls if callee[0] == __file__))
out = io.StringIO()
with contextlib.redirect_stdout(out):
    trace.Trace(count=0, trace=1).runfunc(work, 1)
print(out.getvalue().replace(name, 'FILE').replace(name[:-3], 'MODULE'), end='')

# expect: 6
# expect: {-3: 3, 1: 1, 2: 4, 3: 3, 4: 1}
# expect: ['helper', 'work']
# expect: [('Thing.method', 'helper'), ('Trace.runfunc', 'Thing.method')]
# expect:  --- modulename: MODULE, funcname: work
# expect: FILE(13):     total = 0
# expect: FILE(14):     for i in range(n):
# expect: FILE(15):         total += helper(i)
# expect:  --- modulename: MODULE, funcname: helper
# expect: FILE(9):     return x + 1
# expect: FILE(14):     for i in range(n):
# expect: FILE(16):     return total
