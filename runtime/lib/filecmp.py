"""Compares files and folders."""
import os
import stat
from types import GenericAlias

__all__ = ['clear_cache', 'cmp', 'dircmp', 'cmpfiles', 'DEFAULT_IGNORES']

_cache = {}
BUFSIZE = 8 * 1024
DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs', '__pycache__']


def clear_cache():
    """Forgets what was compared before."""
    _cache.clear()


def _signature(status):
    return stat.S_IFMT(status.st_mode), status.st_size, status.st_mtime


def cmp(f1, f2, shallow=True):
    """Whether two files are equal; with `shallow`, those of equal kind, size and time are."""
    first, second = _signature(os.stat(f1)), _signature(os.stat(f2))
    if first[0] != stat.S_IFREG or second[0] != stat.S_IFREG:
        return False
    if shallow and first == second:
        return True
    if first[1] != second[1]:
        return False
    key = f1, f2, first, second
    outcome = _cache.get(key)
    if outcome is None:
        outcome = _same_content(f1, f2)
        if len(_cache) > 100:
            clear_cache()
        _cache[key] = outcome
    return outcome


def _same_content(f1, f2):
    with open(f1, 'rb') as one, open(f2, 'rb') as other:
        while True:
            left, right = one.read(BUFSIZE), other.read(BUFSIZE)
            if left != right:
                return False
            if not left:
                return True


class dircmp:
    """The comparison of two folders; its attributes are worked out when they are asked for."""

    def __init__(self, a, b, ignore=None, hide=None):
        self.left, self.right = a, b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def phase0(self):
        hidden = set(self.hide) | set(self.ignore)
        self.left_list = sorted(name for name in os.listdir(self.left) if name not in hidden)
        self.right_list = sorted(name for name in os.listdir(self.right) if name not in hidden)

    def phase1(self):
        left = {os.path.normcase(name): name for name in self.left_list}
        right = {os.path.normcase(name): name for name in self.right_list}
        self.common = [left[name] for name in left if name in right]
        self.left_only = [left[name] for name in left if name not in right]
        self.right_only = [right[name] for name in right if name not in left]

    def phase2(self):
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            try:
                kinds = {stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode) for folder in (self.left, self.right)}
            except OSError:
                kinds = set()
            if kinds == {stat.S_IFDIR}:
                self.common_dirs.append(name)
            elif kinds == {stat.S_IFREG}:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def phase3(self):
        self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files)

    def phase4(self):
        self.subdirs = {name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name),
                                             self.ignore, self.hide) for name in self.common_dirs}

    def phase4_closure(self):
        self.phase4()
        for each in self.subdirs.values():
            each.phase4_closure()

    def report(self):
        """Prints what is the same and what is not."""
        print('diff', self.left, self.right)
        for title, names in ((f'Only in {self.left} :', 'left_only'), (f'Only in {self.right} :', 'right_only'),
                             ('Identical files :', 'same_files'), ('Differing files :', 'diff_files'),
                             ('Trouble with common files :', 'funny_files'),
                             ('Common subdirectories :', 'common_dirs'), ('Common funny cases :', 'common_funny')):
            found = getattr(self, names)
            if found:
                if names in ('left_only', 'right_only', 'same_files', 'diff_files', 'funny_files', 'common_dirs'):
                    found.sort()
                print(title, found)

    def report_partial_closure(self):
        """The same, and for the folders both have."""
        self.report()
        for each in self.subdirs.values():
            print()
            each.report()

    def report_full_closure(self):
        """The same, all the way down."""
        self.report()
        for each in self.subdirs.values():
            print()
            each.report_full_closure()

    methodmap = dict(subdirs=phase4, same_files=phase3, diff_files=phase3, funny_files=phase3, common_dirs=phase2,
                     common_files=phase2, common_funny=phase2, common=phase1, left_only=phase1, right_only=phase1,
                     left_list=phase0, right_list=phase0)

    def __getattr__(self, attr):
        if attr not in self.methodmap:
            raise AttributeError(attr)
        self.methodmap[attr](self)
        return getattr(self, attr)

    __class_getitem__ = classmethod(GenericAlias)


def cmpfiles(a, b, common, shallow=True):
    """(equal, different, those that could not be compared) of names in two folders."""
    result = [], [], []
    for name in common:
        try:
            place = 0 if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else 1
        except OSError:
            place = 2
        result[place].append(name)
    return result
