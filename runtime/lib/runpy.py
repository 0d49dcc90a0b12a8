"""Runs modules and files as scripts, without importing them."""
import importlib
import io
import sys
from importlib import util

__all__ = ['run_module', 'run_path']


class _Error(Exception):
    """A module that cannot be run, for -m."""


class _Saved:
    """sys.argv[0] and an entry of sys.modules, changed for a while."""

    def __init__(self, name, module, filename):
        self.name, self.module, self.filename = name, module, filename

    def __enter__(self):
        self.before = sys.modules.get(self.name)
        self.argument = sys.argv[0] if sys.argv else None
        if self.name is not None:
            sys.modules[self.name] = self.module
        if sys.argv:
            sys.argv[0] = self.filename
        return self

    def __exit__(self, *details):
        if self.argument is not None and sys.argv:
            sys.argv[0] = self.argument
        if self.before is not None:
            sys.modules[self.name] = self.before
        else:
            sys.modules.pop(self.name, None)


def _namespace(globals_, init_globals, name, spec, filename, package):
    loader = None if spec is None else spec.loader
    cached = None if spec is None else getattr(spec, 'cached', None)
    if init_globals is not None:
        globals_.update(init_globals)
    globals_.update(__name__=name, __file__=filename, __cached__=cached, __doc__=None, __loader__=loader,
                    __package__=package, __spec__=spec)
    return globals_


def _run(code, init_globals, name, spec, filename, package, argument):
    module = type(sys)(name)
    with _Saved(name, module, argument):
        globals_ = _namespace(module.__dict__, init_globals, name, spec, filename, package)
        exec(code, globals_)
    return globals_.copy()


def _find(name, error):
    """(name, spec, code) of a module; of its __main__ where it is a package."""
    if name.startswith('.'):
        raise error('Relative module names not supported')
    package, _, _ = name.rpartition('.')
    if package:
        try:
            importlib.import_module(package)
        except ImportError as problem:
            if problem.name is None or problem.name != package and not package.startswith(problem.name + '.'):
                raise
        existing = sys.modules.get(name)
        if existing is not None and not hasattr(existing, '__path__'):
            from warnings import warn
            warn('{mod_name!r} found in sys.modules after import of package {pkg_name!r}, but prior to execution of '
                 '{mod_name!r}; this may result in unpredictable behaviour'.format(mod_name=name, pkg_name=package),
                 RuntimeWarning)
    try:
        spec = util.find_spec(name)
    except (ImportError, AttributeError, TypeError, ValueError) as problem:
        text = 'Error while finding module specification for {!r} ({}: {})'
        if name.endswith('.py'):
            text += f". Try using '{name[:-3]}' instead of '{name}' as the module name."
        raise error(text.format(name, type(problem).__name__, problem)) from problem
    if spec is None:
        raise error('No module named %s' % name)
    if spec.submodule_search_locations is not None:
        if name == '__main__' or name.endswith('.__main__'):
            raise error('Cannot use package as __main__ module')
        try:
            return _find(name + '.__main__', error)
        except error as problem:
            if name not in sys.modules:
                raise
            raise error(('%s; %r is a package and cannot ' + 'be directly executed') % (problem, name))
    if spec.loader is None:
        raise error('%r is a namespace package and cannot be executed' % name)
    try:
        code = spec.loader.get_code(name)
    except ImportError as problem:
        raise error(format(problem)) from problem
    if code is None:
        raise error('No code object available for %s' % name)
    return name, spec, code


def _get_module_details(mod_name, error=ImportError):
    """For debuggers and the like."""
    return _find(mod_name, error)


def _run_code(code, run_globals, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    """Runs code in globals that are given."""
    filename = script_name if mod_spec is None else mod_spec.origin
    package = pkg_name if mod_spec is None or pkg_name is not None else mod_spec.parent
    _namespace(run_globals, init_globals, mod_name, mod_spec, filename, package)
    exec(code, run_globals)
    return run_globals


def _run_module_code(code, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    """Runs code in a module of its own that is gone afterwards."""
    filename = script_name if mod_spec is None else mod_spec.origin
    return _run(code, init_globals, mod_name, mod_spec, filename, pkg_name, filename)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Runs a module's code; returns its names."""
    mod_name, spec, code = _find(mod_name, ImportError)
    name = mod_name if run_name is None else run_name
    package = spec.parent
    if alter_sys:
        return _run(code, init_globals, name, spec, spec.origin, package, spec.origin)
    globals_ = _namespace({}, init_globals, name, spec, spec.origin, package)
    exec(code, globals_)
    return globals_


def _run_archive(globals_):
    """What starts an archive that is run as a script: its __main__, in these names."""
    from zipimport import zipimporter
    loader = zipimporter(sys.path[0])
    spec = loader.find_spec('__main__')
    if spec is None:
        sys.exit(f"can't find '__main__' module in {sys.path[0]!r}")
    exec(loader.get_code('__main__'), _namespace(globals_, None, '__main__', spec, spec.origin, ''))


def _is_archive(path):
    from _import_kinds import _path_finder
    return _path_finder(path) is not None


def run_path(path_name, init_globals=None, run_name=None):
    """Runs a file, or the __main__ of a folder or archive; returns its names."""
    import os
    name = '<run_path>' if run_name is None else run_name
    path = os.fsdecode(path_name)
    if not os.path.isdir(path) and not _is_archive(path):
        with io.open_code(path) as file:
            code = compile(file.read(), path, 'exec')
        return _run(code, init_globals, name, None, path, name.rpartition('.')[0], path)
    sys.path.insert(0, path)
    try:
        saved = sys.modules.pop('__main__', None)
        try:
            _, spec, code = _find('__main__', ImportError)
        except ImportError:
            raise ImportError("can't find %r module in %r" % ('__main__', path)) from None
        finally:
            if saved is not None:
                sys.modules['__main__'] = saved
        return _run(code, init_globals, name, spec, spec.origin, '', path)
    finally:
        try:
            sys.path.remove(path)
        except ValueError:
            pass
