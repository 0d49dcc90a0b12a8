"""Sorting, restricting, adding, files: of statistics that are given."""
import os
import pstats
import tempfile


class Measured:
    def __init__(self, stats):
        self.stats = stats

    def create_stats(self):
        pass


MAIN, WORK, HELP = ('/a/b/main.py', 1, 'main'), ('/a/b/work.py', 10, 'work'), ('~', 0, '<built-in method builtins.len>')


def fresh():
    return pstats.Stats(Measured({
        MAIN: (1, 1, 0.5, 2.0, {}),
        WORK: (2, 5, 1.0, 1.5, {MAIN: (2, 2, 0.5, 1.0), WORK: (3, 3, 0.5, 0.5)}),
        HELP: (4, 4, 0.5, 0.5, {WORK: (4, 4, 0.5, 0.5)}),
    }))


fresh().print_stats()
fresh().strip_dirs().sort_stats('cumulative', 'name').print_stats(2)
fresh().sort_stats(pstats.SortKey.CALLS).reverse_order().print_stats(.5)
fresh().strip_dirs().sort_stats('nfl').print_stats('work|len', 1)
fresh().sort_stats('stdname').print_callers()
fresh().sort_stats('pcalls').print_callees()
both = fresh()
both.add(fresh())
print(both.total_calls, both.prim_calls, both.total_tt, both.stats[WORK])
print(both.get_stats_profile().func_profiles['work'])
for wrong in (('calls', 1), ('nothing',)):
    try:
        fresh().sort_stats(*wrong)
    except (TypeError, KeyError) as error:
        print(repr(error))
print(sorted(fresh().get_sort_arg_defs())[:12])
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'stats')
    fresh().dump_stats(path)
    print(pstats.Stats(path).stats == fresh().stats)
try:
    pstats.Stats(Measured({}))
except TypeError as error:
    print(str(error).partition(' object')[0])
print([str(key) for key in pstats.SortKey])

# expect:          10 function calls (7 primitive calls) in 2.000 seconds
# expect:
# expect:    Random listing order was used
# expect:
# expect:    ncalls  tottime  percall  cumtime  percall filename:lineno(function)
# expect:         1    0.500    0.500    2.000    2.000 /a/b/main.py:1(main)
# expect:       5/2    1.000    0.200    1.500    0.750 /a/b/work.py:10(work)
# expect:         4    0.500    0.125    0.500    0.125 {built-in method builtins.len}
# expect:
# expect:
# expect:          10 function calls (7 primitive calls) in 2.000 seconds
# expect:
# expect:    Ordered by: cumulative time, function name
# expect:    List reduced from 3 to 2 due to restriction <2>
# expect:
# expect:    ncalls  tottime  percall  cumtime  percall filename:lineno(function)
# expect:         1    0.500    0.500    2.000    2.000 main.py:1(main)
# expect:       5/2    1.000    0.200    1.500    0.750 work.py:10(work)
# expect:
# expect:
# expect:          10 function calls (7 primitive calls) in 2.000 seconds
# expect:
# expect:    Ordered by: call count
# expect:    List reduced from 3 to 2 due to restriction <0.5>
# expect:
# expect:    ncalls  tottime  percall  cumtime  percall filename:lineno(function)
# expect:         1    0.500    0.500    2.000    2.000 /a/b/main.py:1(main)
# expect:         4    0.500    0.125    0.500    0.125 {built-in method builtins.len}
# expect:
# expect:
# expect:          10 function calls (7 primitive calls) in 2.000 seconds
# expect:
# expect:    Ordered by: name/file/line
# expect:    List reduced from 3 to 2 due to restriction <'work|len'>
# expect:    List reduced from 2 to 1 due to restriction <1>
# expect:
# expect:    ncalls  tottime  percall  cumtime  percall filename:lineno(function)
# expect:         4    0.500    0.125    0.500    0.125 {built-in method builtins.len}
# expect:
# expect:
# expect:    Ordered by: standard name
# expect:
# expect: Function                        was called by...
# expect:                                     ncalls  tottime  cumtime
# expect: /a/b/main.py:1(main)            <- 
# expect: /a/b/work.py:10(work)           <-       2    0.500    1.000  /a/b/main.py:1(main)
# expect:                                          3    0.500    0.500  /a/b/work.py:10(work)
# expect: {built-in method builtins.len}  <-       4    0.500    0.500  /a/b/work.py:10(work)
# expect:
# expect:
# expect:    Ordered by: primitive call count
# expect:
# expect: Function                        called...
# expect:                                     ncalls  tottime  cumtime
# expect: {built-in method builtins.len}  -> 
# expect: /a/b/work.py:10(work)           ->       3    0.500    0.500  /a/b/work.py:10(work)
# expect:                                          4    0.500    0.500  {built-in method builtins.len}
# expect: /a/b/main.py:1(main)            ->       2    0.500    1.000  /a/b/work.py:10(work)
# expect:
# expect:
# expect: 20 14 4.0 (4, 10, 2.0, 3.0, {('/a/b/main.py', 1, 'main'): (4, 4, 1.0, 2.0), ('/a/b/work.py', 10, 'work'): (6, 6, 1.0, 1.0)})
# expect: FunctionProfile(ncalls='10/4', tottime=2.0, percall_tottime=0.2, cumtime=3.0, percall_cumtime=0.75, file_name='/a/b/work.py', line_number=10)
# expect: TypeError("Can't have mixed argument type")
# expect: KeyError('nothing')
# expect: ['ca', 'cal', 'call', 'calls', 'cu', 'cumt', 'cumti', 'cumtim', 'cumtime', 'cumu', 'cumul', 'cumula']
# expect: True
# expect: Cannot create or construct a <class 'pstats.Stats'>
# expect: ['calls', 'cumulative', 'filename', 'line', 'name', 'nfl', 'pcalls', 'stdname', 'time']
