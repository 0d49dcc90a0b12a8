"""What profilers have measured: put together, sorted, printed. `python -m pstats` reads files of it."""
import marshal
import os
import re
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from functools import cmp_to_key
from typing import Dict

__all__ = ['Stats', 'SortKey', 'FunctionProfile', 'StatsProfile']


class SortKey(StrEnum):
    """What a listing is sorted by."""
    CALLS = 'calls', 'ncalls'
    CUMULATIVE = 'cumulative', 'cumtime'
    FILENAME = 'filename', 'module'
    LINE = 'line'
    NAME = 'name'
    NFL = 'nfl'
    PCALLS = 'pcalls'
    STDNAME = 'stdname'
    TIME = 'time', 'tottime'

    def __new__(cls, *values):
        key = str.__new__(cls, values[0])
        key._value_ = values[0]
        for other in values[1:]:
            cls._value2member_map_[other] = key
        key._all_values = values
        return key


@dataclass(unsafe_hash=True)
class FunctionProfile:
    """The row of a function."""
    ncalls: str
    tottime: float
    percall_tottime: float
    cumtime: float
    percall_cumtime: float
    file_name: str
    line_number: int


@dataclass(unsafe_hash=True)
class StatsProfile:
    """All rows, by the functions' names."""
    total_tt: float
    func_profiles: Dict[str, FunctionProfile]


class Stats:
    """Statistics of one or more profiles, each a profiler or the name of a file.

    `stats` is {(file, line, name): (calls that are no recursion, calls, time in it, time in it and what it calls,
    {caller: the same, or a number of calls})}. Methods return the object, so that they can be chained.
    """

    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        first, *others = args or (None,)
        self.init(first)
        self.add(*others)

    def init(self, arg):
        self.all_callees = None  # calc_callees() makes it
        self.files = []
        self.fcn_list = None     # the functions in their order
        self.total_tt = 0
        self.total_calls = 0
        self.prim_calls = 0
        self.max_name_len = 0
        self.top_level = set()
        self.stats = {}
        self.sort_arg_dict = {}
        self.load_stats(arg)
        try:
            self.get_top_level_stats()
        except Exception:
            print('Invalid timing data %s' % (self.files[-1] if self.files else ''), file=self.stream)
            raise

    def load_stats(self, arg):
        if arg is None:
            self.stats = {}
            return
        if isinstance(arg, str):
            with open(arg, 'rb') as file:
                self.stats = marshal.load(file)
            try:
                arg = time.ctime(os.stat(arg).st_mtime) + '    ' + arg
            except OSError:
                pass
            self.files = [arg]
        elif hasattr(arg, 'create_stats'):
            arg.create_stats()
            self.stats = arg.stats
            arg.stats = {}
        if not self.stats:
            raise TypeError('Cannot create or construct a %r object from %r' % (self.__class__, arg))

    def get_top_level_stats(self):
        for function, (primitive, calls, inside, _, callers) in self.stats.items():
            self.total_calls += calls
            self.prim_calls += primitive
            self.total_tt += inside
            if ('jprofile', 0, 'profiler') in callers:
                self.top_level.add(function)
            self._note_name(function)

    def _note_name(self, function):
        self.max_name_len = max(self.max_name_len, len(func_std_string(function)))

    def add(self, *arg_list):
        """More statistics: those of the same function become one row."""
        for item in reversed(arg_list):
            if type(self) is not type(item):
                item = Stats(item)
            self.files += item.files
            self.total_calls += item.total_calls
            self.prim_calls += item.prim_calls
            self.total_tt += item.total_tt
            self.top_level |= item.top_level
            self.max_name_len = max(self.max_name_len, item.max_name_len)
            self.fcn_list = None
            for function, row in item.stats.items():
                self.stats[function] = add_func_stats(self.stats.get(function, (0, 0, 0, 0, {})), row)
        return self

    def dump_stats(self, filename):
        """Writes a file that Stats() reads."""
        with open(filename, 'wb') as file:
            marshal.dump(self.stats, file)

    # --- order

    sort_arg_dict_default = {
        'calls': (((1, -1),), 'call count'),
        'ncalls': (((1, -1),), 'call count'),
        'cumtime': (((3, -1),), 'cumulative time'),
        'cumulative': (((3, -1),), 'cumulative time'),
        'filename': (((4, 1),), 'file name'),
        'line': (((5, 1),), 'line number'),
        'module': (((4, 1),), 'file name'),
        'name': (((6, 1),), 'function name'),
        'nfl': (((6, 1), (4, 1), (5, 1)), 'name/file/line'),
        'pcalls': (((0, -1),), 'primitive call count'),
        'stdname': (((7, 1),), 'standard name'),
        'time': (((2, -1),), 'internal time'),
        'tottime': (((2, -1),), 'internal time'),
    }

    def get_sort_arg_defs(self):
        """The orders by their names and by every beginning that only one name has."""
        if not self.sort_arg_dict:
            several = set()
            for word, order in self.sort_arg_dict_default.items():
                for end in range(len(word), 0, -1):
                    if word[:end] in self.sort_arg_dict:
                        several.add(word[:end])
                        break
                    self.sort_arg_dict[word[:end]] = order
            for beginning in several:
                del self.sort_arg_dict[beginning]
        return self.sort_arg_dict

    def sort_stats(self, *field):
        """Sorts by one or more keys: SortKeys, or their names or beginnings of them."""
        if not field:
            self.fcn_list = 0
            return self
        if len(field) == 1 and isinstance(field[0], int):  # as an old profiler has it
            field = [{-1: 'stdname', 0: 'calls', 1: 'time', 2: 'cumulative'}[field[0]]]
        elif any(type(each) is not type(field[0]) for each in field[1:]):
            raise TypeError("Can't have mixed argument type")
        orders = self.get_sort_arg_defs()
        chosen = [orders[word.value if isinstance(word, SortKey) else word] for word in field]
        self.sort_type = ', '.join(text for _, text in chosen)
        compare = TupleComp(sum((columns for columns, _ in chosen), ())).compare
        rows = [row[:4] + function + (func_std_string(function), function) for function, row in self.stats.items()]
        rows.sort(key=cmp_to_key(compare))
        self.fcn_list = [row[-1] for row in rows]
        return self

    def reverse_order(self):
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def strip_dirs(self):
        """Files are named without their folders; what has the same name then becomes one row."""
        old = self.stats
        self.stats = {}
        self.max_name_len = 0
        for function, row in old.items():
            stripped = func_strip_path(function)
            self._note_name(stripped)
            callers = {func_strip_path(caller): value for caller, value in row[4].items()}
            row = (*row[:4], callers)
            known = self.stats.get(stripped)
            self.stats[stripped] = add_func_stats(known, row) if known else row
        self.top_level = {func_strip_path(function) for function in self.top_level}
        self.fcn_list = None
        self.all_callees = None
        return self

    def calc_callees(self):
        """Callers turned round."""
        if self.all_callees:
            return
        self.all_callees = {}
        for function, row in self.stats.items():
            self.all_callees.setdefault(function, {})
            for caller, value in row[4].items():
                self.all_callees.setdefault(caller, {})[function] = value

    # --- what of it is printed

    def eval_print_amount(self, sel, list, msg):
        """(what of the list is selected, the message about it). sel: a number of rows, a fraction, a pattern."""
        chosen = list
        if isinstance(sel, str):
            try:
                pattern = re.compile(sel)
            except re.error:
                return chosen, msg + '   <Invalid regular expression %r>\n' % sel
            chosen = [function for function in list if pattern.search(func_std_string(function))]
        elif isinstance(sel, float) and 0.0 <= sel < 1.0:
            chosen = list[:int(len(list) * sel + .5)]
        elif isinstance(sel, int) and 0 <= sel < len(list):
            chosen = list[:sel]
        if len(list) != len(chosen):
            msg += '   List reduced from %r to %r due to restriction <%r>\n' % (len(list), len(chosen), sel)
        return chosen, msg

    def get_stats_profile(self):
        """The statistics as objects."""
        functions = self.fcn_list[:] if self.fcn_list else list(self.stats)
        profiles = {}
        for function in functions:
            primitive, calls, inside, whole, _ = self.stats[function]
            filename, line, name = function
            profiles[name] = FunctionProfile(
                str(calls) if calls == primitive else f'{calls}/{primitive}',
                float(f8(inside)), float(f8(inside / calls)) if calls else -1,
                float(f8(whole)), float(f8(whole / primitive)) if primitive else -1, filename, line)
        return StatsProfile(float(f8(self.total_tt)), profiles)

    def get_print_list(self, sel_list):
        if self.fcn_list:
            chosen = self.fcn_list[:]
            message = '   Ordered by: ' + self.sort_type + '\n'
        else:
            chosen = list(self.stats)
            message = '   Random listing order was used\n'
        for selection in sel_list:
            chosen, message = self.eval_print_amount(selection, chosen, message)
        if not chosen:
            return 0, chosen
        print(message, file=self.stream)
        width = self.max_name_len
        if len(chosen) < len(self.stats):
            width = max(len(func_std_string(function)) for function in chosen)
        return width + 2, chosen

    def print_stats(self, *amount):
        for filename in self.files:
            print(filename, file=self.stream)
        if self.files:
            print(file=self.stream)
        indent = ' ' * 8
        for function in self.top_level:
            print(indent, func_get_function_name(function), file=self.stream)
        print(indent, self.total_calls, 'function calls', end=' ', file=self.stream)
        if self.total_calls != self.prim_calls:
            print('(%d primitive calls)' % self.prim_calls, end=' ', file=self.stream)
        print('in %.3f seconds' % self.total_tt, file=self.stream)
        print(file=self.stream)
        _, functions = self.get_print_list(amount)
        if functions:
            self.print_title()
            for function in functions:
                self.print_line(function)
            print('\n', file=self.stream)
        return self

    def print_callees(self, *amount):
        width, functions = self.get_print_list(amount)
        if functions:
            self.calc_callees()
            self.print_call_heading(width, 'called...')
            for function in functions:
                self.print_call_line(width, function, self.all_callees.get(function, {}))
            print('\n', file=self.stream)
        return self

    def print_callers(self, *amount):
        width, functions = self.get_print_list(amount)
        if functions:
            self.print_call_heading(width, 'was called by...')
            for function in functions:
                self.print_call_line(width, function, self.stats[function][4], '<-')
            print('\n', file=self.stream)
        return self

    def print_call_heading(self, name_size, column_title):
        print('Function '.ljust(name_size) + column_title, file=self.stream)
        callers = next((row[4] for row in self.stats.values() if row[4]), {})
        if any(isinstance(value, tuple) for value in list(callers.values())[:1]):
            print(' ' * name_size + '    ncalls  tottime  cumtime', file=self.stream)

    def print_call_line(self, name_size, source, call_dict, arrow='->'):
        print(func_std_string(source).ljust(name_size) + arrow, end=' ', file=self.stream)
        if not call_dict:
            print(file=self.stream)
            return
        indent = ''
        for function in sorted(call_dict):
            name, value = func_std_string(function), call_dict[function]
            if isinstance(value, tuple):
                calls, primitive, inside, whole = value
                count = '%d/%d' % (calls, primitive) if calls != primitive else '%d' % calls
                text = '%s %s %s  %s' % (count.rjust(7 + 2 * len(indent)), f8(inside), f8(whole), name)
                left = name_size + 1
            else:
                text = '%s(%r) %s' % (name, value, f8(self.stats[function][3]))
                left = name_size + 3
            print(indent * left + text, file=self.stream)
            indent = ' '

    def print_line(self, func):
        primitive, calls, inside, whole, _ = self.stats[func]
        count = str(calls) if calls == primitive else f'{calls}/{primitive}'
        columns = [count.rjust(9), f8(inside), f8(inside / calls) if calls else ' ' * 8,
                   f8(whole), f8(whole / primitive) if primitive else ' ' * 8, func_std_string(func)]
        print(*columns, file=self.stream)

    def print_title(self):
        print('   ncalls  tottime  percall  cumtime  percall filename:lineno(function)', file=self.stream)


class TupleComp:
    """Compares rows by columns: ((index, 1 or -1), ...)."""

    def __init__(self, comp_select_list):
        self.comp_select_list = comp_select_list

    def compare(self, left, right):
        for index, direction in self.comp_select_list:
            if left[index] < right[index]:
                return -direction
            if left[index] > right[index]:
                return direction
        return 0


def func_strip_path(func_name):
    filename, line, name = func_name
    return os.path.basename(filename), line, name


def func_get_function_name(func):
    return func[2]


def func_std_string(func_name):
    """file:line(name); {...} of a function in C++."""
    if func_name[:2] != ('~', 0):
        return '%s:%d(%s)' % func_name
    name = func_name[2]
    return '{%s}' % name[1:-1] if name.startswith('<') and name.endswith('>') else name


def add_func_stats(target, source):
    """Two rows of one function as one."""
    return (*(a + b for a, b in zip(target[:4], source[:4])), add_callers(target[4], source[4]))


def add_callers(target, source):
    callers = dict(target)
    for function, value in source.items():
        if function not in callers:
            callers[function] = value
        elif isinstance(value, tuple):
            callers[function] = tuple(a + b for a, b in zip(value, callers[function]))
        else:
            callers[function] += value
    return callers


def count_calls(callers):
    return sum(callers.values())


def f8(x):
    return '%8.3f' % x


if __name__ == '__main__':
    from _profile_browser import main
    main()
