"""How often functions are called, and by whom."""
import profile

import io
import pstats


def rows(profile):
    """What was measured, without the times."""
    found = {}
    for (filename, line, name), (primitive, calls, _, _, callers) in pstats.Stats(profile).stats.items():
        found[name] = primitive, calls, sorted(caller[2] for caller in callers)
    return found


def helper(x):
    return x + 1


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def gen(n):
    for i in range(n):
        yield helper(i)


def work():
    fib(5)
    list(gen(3))
    sorted([3, 1, 2], key=helper)
    try:
        int('x')
        [].index(1)
    except ValueError:
        pass


measured = profile.Profile()
measured.runcall(work)
found = rows(measured)
for name in ('work', 'fib', 'gen', 'helper', 'sorted'):
    print(name, *found[name][:2], [caller.split(' at ')[0] for caller in found[name][2]])
ticks = iter(range(1000))
measured = profile.Profile(timer=lambda: next(ticks))
measured.runctx('helper(1)', globals(), locals())
out = io.StringIO()
pstats.Stats(measured, stream=out).strip_dirs()
print(measured.__class__.__name__, profile.Profile.bias)

# expect: work 1 1 ['<function work']
# expect: fib 1 15 ['fib', 'work']
# expect: gen 4 4 ['work']
# expect: helper 6 6 ['gen', 'sorted']
# expect: sorted 1 1 ['work']
# expect: Profile 0
