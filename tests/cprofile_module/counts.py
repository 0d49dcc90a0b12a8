"""How often functions are called, and by whom; recursion is counted apart."""
import cProfile

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


measured = cProfile.Profile()
print(measured.runcall(work))
found = rows(measured)
for name in ('work', 'fib', 'gen', 'helper', '<built-in method builtins.sorted>', "<method 'disable' of '_lsprof.Profiler' objects>"):
    print(name, *found[name])
with cProfile.Profile() as measured:
    helper(1)
print(sorted(rows(measured)))
measured = cProfile.Profile(builtins=False)
measured.enable(builtins=False, subcalls=False)
work()
measured.disable()
print(sorted((entry.code.co_name, entry.callcount, entry.reccallcount, entry.calls) for entry in measured.getstats()))
measured.clear()
print(measured.getstats())

# expect: None
# expect: work 1 1 []
# expect: fib 1 15 ['fib', 'work']
# expect: gen 4 4 ['work']
# expect: helper 6 6 ['<built-in method builtins.sorted>', 'gen']
# expect: <built-in method builtins.sorted> 1 1 ['work']
# expect: <method 'disable' of '_lsprof.Profiler' objects> 1 1 []
# expect: ["<method 'disable' of '_lsprof.Profiler' objects>", '__exit__', 'helper']
# expect: [('fib', 15, 14, None), ('gen', 4, 0, None), ('helper', 6, 0, None), ('work', 1, 0, None)]
# expect: []
