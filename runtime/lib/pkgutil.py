"""Small tools for packages: their modules, their data, names that lead to objects."""
import importlib
import importlib.util
import os
import sys
from collections import namedtuple

__all__ = ['get_importer', 'iter_importers', 'get_loader', 'find_loader', 'walk_packages', 'iter_modules', 'get_data',
           'extend_path', 'ModuleInfo', 'resolve_name']

ModuleInfo = namedtuple('ModuleInfo', 'module_finder name ispkg')
ModuleInfo.__doc__ = 'A namedtuple with minimal info about a module.'


class _FolderFinder:
    """Stands for a folder of sys.path."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f'FileFinder({self.path!r})'

    def iter_modules(self, prefix=''):
        return _modules_in(self.path, prefix)


def _modules_in(path, prefix):
    import inspect
    try:
        names = sorted(os.listdir(path))
    except OSError:
        return
    seen = set()
    for name in names:
        module = inspect.getmodulename(name)
        if module == '__init__' or module in seen:
            continue
        package = False
        full = os.path.join(path, name)
        if not module and os.path.isdir(full) and '.' not in name:
            module = name
            try:
                inside = os.listdir(full)
            except OSError:
                inside = []
            package = any(inspect.getmodulename(each) == '__init__' for each in inside)
            if not package:
                continue
        if module and '.' not in module:
            seen.add(module)
            yield prefix + module, package


def get_importer(path_item):
    """What finds modules in a folder of sys.path; None where nothing does."""
    path_item = os.fsdecode(path_item)
    return _FolderFinder(path_item) if os.path.isdir(path_item) else None


def iter_importers(fullname=''):
    """What finds modules of that package, or of sys.path."""
    if fullname.startswith('.'):
        raise ImportError('Relative module name {!r} not supported'.format(fullname))
    path = sys.path
    if '.' in fullname:
        package = importlib.import_module(fullname.rpartition('.')[0])
        path = getattr(package, '__path__', None)
        if path is None:
            return
    else:
        yield from sys.meta_path
    for item in path:
        yield get_importer(item)


def iter_modules(path=None, prefix=''):
    """A ModuleInfo for each module in the folders of a list, by default those of sys.path."""
    if path is None:
        path = sys.path
    elif isinstance(path, str):
        raise ValueError('path must be None or list of paths to look for modules in')
    yielded = set()
    for item in path:
        finder = get_importer(item)
        for name, package in finder.iter_modules(prefix) if finder else ():
            if name not in yielded:
                yielded.add(name)
                yield ModuleInfo(finder, name, package)


def walk_packages(path=None, prefix='', onerror=None):
    """The same with what is in the packages, which are imported for that."""
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            inside = [each for each in getattr(sys.modules[info.name], '__path__', None) or []
                      if each not in seen and not seen.add(each)]
            yield from walk_packages(inside, info.name + '.', onerror)


def get_loader(module_or_name):
    """The loader of a module."""
    if module_or_name in sys.modules:
        module_or_name = sys.modules[module_or_name]
        if module_or_name is None:
            return None
    if isinstance(module_or_name, type(sys)):
        loader = getattr(module_or_name, '__loader__', None)
        if loader is not None:
            return loader
        if getattr(module_or_name, '__spec__', None) is None:
            return None
        return find_loader(module_or_name.__name__)
    return find_loader(module_or_name)


def find_loader(fullname):
    """The loader that would load the module, None where there is none."""
    if fullname.startswith('.'):
        raise ImportError('Relative module name {!r} not supported'.format(fullname))
    try:
        spec = importlib.util.find_spec(fullname)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        raise ImportError('Error while finding loader for {!r} ({}: {})'.format(
            fullname, type(error), error)) from error
    return spec.loader if spec is not None else None


def extend_path(path, name):
    """The package's path with the folders of that name on sys.path added."""
    if not isinstance(path, list):
        return path
    path = path[:]
    parent, _, last = name.rpartition('.')
    search = getattr(sys.modules.get(parent), '__path__', []) if parent else sys.path
    for folder in search:
        if not isinstance(folder, str):
            continue
        portion = os.path.join(folder, last)
        if portion not in path and os.path.isfile(os.path.join(portion, '__init__.py')):
            path.append(portion)
        listed = os.path.join(folder, name + '.pkg')
        if os.path.isfile(listed):
            with open(listed) as lines:
                path += [line.rstrip('\n') for line in lines if line.rstrip('\n') and not line.startswith('#')]
    return path


def get_data(package, resource):
    """The bytes of a file in a package; None where its loader cannot give it."""
    spec = importlib.util.find_spec(package)
    if spec is None:
        return None
    if spec.loader is None or not hasattr(spec.loader, 'get_data'):
        return None
    module = sys.modules.get(package) or importlib.import_module(package)
    if module is None or not hasattr(module, '__file__'):
        return None
    return spec.loader.get_data(os.path.join(os.path.dirname(module.__file__), *resource.split('/')))


def resolve_name(name):
    """What 'package.module:object.attribute' leads to; without the colon, modules are imported as far as there are any."""
    import re
    found = re.match(r'^(?P<pkg>(?!\d)(\w+)(\.(?!\d)(\w+))*)(?P<cln>:(?P<obj>(?!\d)(\w+)(\.(?!\d)(\w+))*)?)?$', name)
    if not found:
        raise ValueError(f'invalid format: {name!r}')
    if found.group('cln'):
        result, rest = importlib.import_module(found.group('pkg')), (found.group('obj') or '').split('.')
        rest = [each for each in rest if each]
    else:
        first, *rest = name.split('.')
        path, result = first, importlib.import_module(first)
        while rest:
            try:
                result = importlib.import_module(path + '.' + rest[0])
            except ImportError:
                break
            path += '.' + rest.pop(0)
    for each in rest:
        result = getattr(result, each)
    return result
