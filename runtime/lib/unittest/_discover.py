"""Finds test files below a folder: modules whose file name fits a pattern, packages with their load_tests. TestLoader
inherits it."""
import os
import sys
from fnmatch import fnmatch
from unittest import case

__unittest = True


def _skipped(name, error):
    @case.skip(str(error))
    def test(self):
        pass
    return type('ModuleSkipped', (case.TestCase,), {name: test})(name)


class Discovery:
    """What TestLoader.discover() does."""
    _top_level_dir = None

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """A suite of all test files below a folder, or below the folder of a package that is named."""
        if top_level_dir is None:
            top_level_dir = self._top_level_dir
        implicit = top_level_dir is None
        top = os.path.abspath(start_dir if implicit else top_level_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        self._top_level_dir = top
        start = os.path.abspath(start_dir)
        if os.path.isdir(start):
            importable = start == top or os.path.isfile(os.path.join(start, '__init__.py'))
        else:
            start = self._folder_of_package(start_dir)
            importable = start is not None
            if importable and implicit:
                self._top_level_dir = self._get_directory_containing_module(start_dir.split('.')[0])
                sys.path.remove(top)
        if not importable:
            raise ImportError(f'Start directory is not importable: {start_dir!r}')
        return self.suiteClass(list(self._find_tests(start, pattern)))

    def _folder_of_package(self, name):
        try:
            __import__(name)
        except ImportError:
            return None
        module = sys.modules[name]
        file = getattr(module, '__file__', None)
        if file is not None:
            return os.path.abspath(os.path.dirname(file))
        if module.__name__ in sys.builtin_module_names:
            raise TypeError('Can not use builtin modules as dotted module names')
        raise TypeError(f"don't know how to discover from {module!r}")

    def _get_directory_containing_module(self, module_name):
        path = os.path.abspath(sys.modules[module_name].__file__)
        folder = os.path.dirname(path)
        return os.path.dirname(folder) if os.path.basename(path).lower().startswith('__init__.py') else folder

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return '.'
        path = os.path.splitext(os.path.normpath(path))[0]
        return os.path.relpath(path, self._top_level_dir).replace(os.path.sep, '.')

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        return fnmatch(path, pattern)

    def _find_tests(self, start_dir, pattern):
        """The suites of a folder, and of the packages in it."""
        name = self._get_name_from_path(start_dir)
        if name != '.' and name not in self._loading_packages:
            tests, descend = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not descend:
                return
        for entry in sorted(os.listdir(start_dir)):
            path = os.path.join(start_dir, entry)
            tests, descend = self._find_test_path(path, pattern)
            if tests is not None:
                yield tests
            if descend:
                name = self._get_name_from_path(path)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(path, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full_path, pattern):
        """(tests or None, whether to look below)"""
        entry = os.path.basename(full_path)
        if os.path.isfile(full_path):
            if not (entry.endswith('.py') and entry[:-3].isidentifier()
                    and self._match_path(entry, full_path, pattern)):
                return None, False
            module, tests = self._load_module(self._get_name_from_path(full_path))
            if module is not None:
                self._check_place(module, full_path)
                tests = self.loadTestsFromModule(module, pattern=pattern)
            return tests, False
        if not (os.path.isdir(full_path) and os.path.isfile(os.path.join(full_path, '__init__.py'))):
            return None, False
        name = self._get_name_from_path(full_path)
        package, tests = self._load_module(name)
        if package is None:
            return tests, False
        # A package's load_tests() often discovers in its own folder: what is being loaded is not loaded again.
        self._loading_packages.add(name)
        try:
            return self.loadTestsFromModule(package, pattern=pattern), getattr(package, 'load_tests', None) is None
        finally:
            self._loading_packages.discard(name)

    def _load_module(self, name):
        """The module, or None and the tests that stand for it."""
        try:
            return self._get_module_from_name(name), None
        except case.SkipTest as skipped:
            return None, self.suiteClass([_skipped(name, skipped)])
        except Exception:
            import traceback
            text = f'Failed to import test module: {name}\n{traceback.format_exc()}'
            return None, self._failed(name, ImportError(text), text)

    def _check_place(self, module, full_path):
        found = os.path.splitext(os.path.realpath(getattr(module, '__file__', full_path)))[0]
        wanted = os.path.splitext(os.path.realpath(full_path))[0]
        if found.lower() != wanted.lower():
            name = os.path.splitext(os.path.basename(full_path))[0]
            raise ImportError(f'{name!r} module incorrectly imported from {os.path.dirname(found)!r}. Expected '
                              f'{os.path.dirname(full_path)!r}. Is this module globally installed?')
