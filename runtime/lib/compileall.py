"""Checks that the source files of folders compile. No byte code files are written: this VM has none."""
import os
import py_compile
import sys
from pathlib import Path

__all__ = ['compile_dir', 'compile_file', 'compile_path']


def _sources(folder, levels, quiet):
    if quiet < 2 and isinstance(folder, os.PathLike):
        folder = os.fspath(folder)
    if not quiet:
        print('Listing {!r}...'.format(folder))
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        if quiet < 2:
            print("Can't list {!r}".format(folder))
        return
    for name in names:
        path = os.path.join(folder, name)
        if name == '__pycache__':
            continue
        if not os.path.isdir(path):
            yield path
        elif levels > 0 and name not in (os.curdir, os.pardir) and not os.path.islink(path):
            yield from _sources(path, levels - 1, quiet)


def compile_dir(dir, maxlevels=None, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, workers=1,
                invalidation_mode=None, *, stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Checks the files of a folder and of those in it; whether all compile."""
    if ddir is not None and (stripdir is not None or prependdir is not None):
        raise ValueError('Destination dir (ddir) cannot be used in combination with stripdir or prependdir')
    if workers < 0:
        raise ValueError('workers must be greater or equal to 0')
    success = True
    for path in _sources(dir, sys.getrecursionlimit() if maxlevels is None else maxlevels, quiet):
        shown = None if ddir is None else os.path.join(ddir, os.path.relpath(path, dir))
        success &= compile_file(path, shown and os.path.dirname(shown), force, rx, quiet, legacy, optimize,
                                invalidation_mode, stripdir=stripdir, prependdir=prependdir)
    return bool(success)


def compile_file(fullname, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, invalidation_mode=None,
                 *, stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Checks one file; whether it compiles. What is no Python source is passed over."""
    if ddir is not None and (stripdir is not None or prependdir is not None):
        raise ValueError('Destination dir (ddir) cannot be used in combination with stripdir or prependdir')
    fullname = os.fspath(fullname)
    if rx is not None and rx.search(fullname) or not fullname.endswith('.py') or not os.path.isfile(fullname):
        return True
    if not quiet:
        print('Compiling {!r}...'.format(fullname))
    levels = optimize if isinstance(optimize, (list, tuple)) else [optimize]
    try:
        for level in levels:
            py_compile.compile(fullname, None, _shown(fullname, ddir, stripdir, prependdir), True, level)
    except (py_compile.PyCompileError, SyntaxError, UnicodeError, OSError) as error:
        _report(fullname, error, quiet)
        return False
    return True


def _shown(fullname, ddir, stripdir, prependdir):
    if ddir is not None:
        return os.path.join(ddir, os.path.basename(fullname))
    if stripdir is not None:
        fullname = str(Path(fullname).relative_to(stripdir)) if Path(fullname).is_relative_to(stripdir) else fullname
    return fullname if prependdir is None else os.path.join(prependdir, fullname)


def _report(fullname, error, quiet):
    if quiet >= 2:
        return
    print('*** Error compiling {!r}...'.format(fullname) if quiet else '*** ', end='\n' if quiet else '')
    if isinstance(error, py_compile.PyCompileError):
        print(error.msg)
    else:
        print(type(error).__name__ + ':', error)


def compile_path(skip_curdir=1, maxlevels=0, force=False, quiet=0, legacy=False, optimize=-1, invalidation_mode=None):
    """Checks the files of all folders on sys.path."""
    success = True
    for folder in sys.path:
        if (not folder or folder == os.curdir) and skip_curdir:
            if quiet < 2:
                print('Skipping current directory')
        else:
            success &= compile_dir(folder, maxlevels, None, force, quiet=quiet, legacy=legacy, optimize=optimize,
                                   invalidation_mode=invalidation_mode)
    return bool(success)


def main():
    """The files and folders named as arguments, or all of sys.path; whether all compile."""
    import argparse
    parser = argparse.ArgumentParser(description='Checks that source files compile.')
    parser.add_argument('-l', action='store_const', const=0, dest='maxlevels', help="don't recurse into subdirectories")
    parser.add_argument('-r', type=int, dest='recursion', help='control the maximum recursion level')
    parser.add_argument('-f', action='store_true', dest='force', help='accepted; there is nothing to write again')
    parser.add_argument('-q', action='count', dest='quiet', default=0,
                        help='output only error messages; -qq will suppress the error messages as well.')
    parser.add_argument('-x', metavar='REGEXP', dest='rx', help='skip files matching the regular expression')
    parser.add_argument('compile_dest', metavar='FILE|DIR', nargs='*')
    options = parser.parse_args()
    if options.rx:
        import re
        options.rx = re.compile(options.rx)
    levels = options.maxlevels if options.recursion is None else options.recursion
    if not options.compile_dest:
        return compile_path(maxlevels=levels or 0, quiet=options.quiet)
    success = True
    for name in options.compile_dest:
        if os.path.isdir(name):
            success &= compile_dir(name, levels, None, options.force, options.rx, options.quiet)
        else:
            success &= compile_file(name, None, options.force, options.rx, options.quiet)
    return bool(success)


if __name__ == '__main__':
    sys.exit(int(not main()))
