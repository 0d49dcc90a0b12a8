"""Times as the given timer says: what a function takes itself, and with what it calls."""
import cProfile
import pstats

now = 0


def inner():
    global now
    now += 3


def outer():
    global now
    now += 1
    inner()
    inner()
    now += 2


measured = cProfile.Profile(timer=lambda: now, timeunit=0.5, builtins=False)
measured.enable(builtins=False)
outer()
measured.disable()
pstats.Stats(measured).strip_dirs().sort_stats('cumulative').print_stats('inner|outer')
pstats.Stats(measured).strip_dirs().sort_stats('name').print_callees('outer')
pstats.Stats(measured).strip_dirs().sort_stats('name').print_callers('inner')

# expect:          3 function calls in 4.500 seconds
# expect:
# expect:    Ordered by: cumulative time
# expect:
# expect:    ncalls  tottime  percall  cumtime  percall filename:lineno(function)
# expect:         1    1.500    1.500    4.500    4.500 a_timer_of_its_own.py:13(outer)
# expect:         2    3.000    1.500    3.000    1.500 a_timer_of_its_own.py:8(inner)
# expect:
# expect:
# expect:    Ordered by: function name
# expect:    List reduced from 2 to 1 due to restriction <'outer'>
# expect:
# expect: Function                         called...
# expect:                                      ncalls  tottime  cumtime
# expect: a_timer_of_its_own.py:13(outer)  ->       2    3.000    3.000  a_timer_of_its_own.py:8(inner)
# expect:
# expect:
# expect:    Ordered by: function name
# expect:    List reduced from 2 to 1 due to restriction <'inner'>
# expect:
# expect: Function                        was called by...
# expect:                                     ncalls  tottime  cumtime
# expect: a_timer_of_its_own.py:8(inner)  <-       2    3.000    3.000  a_timer_of_its_own.py:13(outer)
# expect:
# expect:
