"""Importing from scripts. The import statement itself is in C++."""
import sys
from types import ModuleType

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__


def import_module(name, package=None):
    """The module of that name; one that begins with dots is looked for from `package`."""
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        from importlib.util import resolve_name
        name = resolve_name(name, package)
    if not name:
        raise ValueError('Empty module name')
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Finders are told to look again. The import statement remembers nothing itself."""
    for finder in sys.meta_path:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()


def find_loader(name, path=None):
    """The loader of a module, or None. Deprecated: importlib.util.find_spec tells more."""
    import warnings
    from importlib.util import find_spec
    warnings.warn('Deprecated since Python 3.4 and slated for removal in Python 3.12; use importlib.util.find_spec() '
                  'instead', DeprecationWarning, stacklevel=2)
    spec = find_spec(name)
    return None if spec is None else spec.loader


def reload(module):
    """Runs the source of a module again, in the same module."""
    if not isinstance(module, ModuleType):
        raise TypeError("reload() argument must be a module")
    spec = getattr(module, '__spec__', None)
    name = module.__name__ if spec is None else spec.name
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    parent = name.rpartition('.')[0]
    if parent and parent not in sys.modules:
        raise ImportError(f"parent {parent!r} not in sys.modules", name=parent)
    from importlib.util import _find
    spec = _find(name)
    if spec is None:
        raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
    if spec.origin != 'built-in':
        spec.loader.exec_module(module)
    return sys.modules[name]
