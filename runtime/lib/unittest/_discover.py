"""Finds test files below a folder: modules whose file name fits a pattern, packages with their load_tests."""
import os
import sys
from fnmatch import fnmatch
from unittest import case

__unittest = True


def _is_package(folder):
    return os.path.isfile(os.path.join(folder, '__init__.py'))


def discover(loader, start_dir, pattern, top_level_dir):
    """The suite of everything below start_dir, which may be the name of a package."""
    before = getattr(loader, '_top_level_dir', None)
    given = top_level_dir is not None
    if top_level_dir is None:
        top_level_dir = before if before is not None else start_dir
    start_dir, top = _places(start_dir, os.path.abspath(top_level_dir), given or before is not None)
    if top not in sys.path:
        sys.path.insert(0, top)
    loader._top_level_dir = top
    # A package's load_tests() often discovers in its own folder: what is being loaded is not loaded again.
    loading = loader.__dict__.setdefault('_loading_packages', set())
    return loader.suiteClass(list(_find(loader, start_dir, pattern, top, loading)))


def _places(start_dir, top, fixed):
    if os.path.isdir(os.path.abspath(start_dir)):
        start = os.path.abspath(start_dir)
        if start != top and not _is_package(start):
            raise ImportError('Start directory is not importable: %r' % start_dir)
        return start, top
    try:
        __import__(start_dir)
    except ImportError:
        raise ImportError('Start directory is not importable: %r' % start_dir) from None
    module = sys.modules[start_dir]
    if not getattr(module, '__file__', None):
        raise TypeError("don't know how to discover from {!r}".format(module))
    start = os.path.abspath(os.path.dirname(module.__file__))
    if not fixed:
        top = os.path.abspath(os.path.join(start, *['..'] * len(start_dir.split('.'))))
    return start, top


def _module_name(path, top):
    return os.path.relpath(os.path.splitext(path)[0], top).replace(os.path.sep, '.')


def _find(loader, folder, pattern, top, loading):
    if folder != top and folder not in loading and _is_package(folder):
        tests, descend = _load(loader, folder, pattern, top, loading, package=True)
        if tests is not None:
            yield tests
        if not descend:
            return
    for entry in sorted(os.listdir(folder)):
        path = os.path.join(folder, entry)
        if os.path.isfile(path):
            if entry.endswith('.py') and entry[:-3].isidentifier() and fnmatch(entry, pattern):
                yield _load(loader, path, pattern, top, loading)[0]
        elif os.path.isdir(path) and _is_package(path):
            yield from _find(loader, path, pattern, top, loading)


def _load(loader, path, pattern, top, loading, package=False):
    """(tests or None, whether to look below)"""
    name = _module_name(path, top)
    try:
        __import__(name)
        module = sys.modules[name]
    except case.SkipTest as skipped:
        return loader.suiteClass([_skipped(name, skipped)]), False
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        from unittest.loader import _FailedTest
        import traceback
        message = 'Failed to import test module: %s\n%s' % (name, traceback.format_exc())
        loader.errors.append(message)
        return loader.suiteClass([_FailedTest(name, ImportError(message))]), False
    found = os.path.realpath(getattr(module, '__file__', path))
    wanted = os.path.realpath(os.path.join(path, '__init__.py') if package else path)
    if os.path.splitext(found)[0].lower() != os.path.splitext(wanted)[0].lower():
        raise ImportError('%r module incorrectly imported from %r. Expected %r. Is this module globally installed?'
                          % (name.split('.')[-1], os.path.dirname(found), os.path.dirname(wanted)))
    if not package:
        return loader.loadTestsFromModule(module, pattern=pattern), False
    if getattr(module, 'load_tests', None) is None:
        tests = loader.loadTestsFromModule(module, pattern=pattern)
        return tests, True
    loading.add(path)
    try:
        return loader.loadTestsFromModule(module, pattern=pattern), False
    finally:
        loading.discard(path)


def _skipped(name, error):
    @case.skip(str(error))
    def test(self):
        pass
    return type('ModuleSkipped', (case.TestCase,), {name: test})(name)
