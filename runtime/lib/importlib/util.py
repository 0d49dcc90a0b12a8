"""What scripts that import by themselves need: specs, and modules made from them."""
import sys
import types
import _imp
import _import_kinds as _kinds

MAGIC_NUMBER = b'\xa7\r\r\n'


def resolve_name(name, package):
    """The absolute name of one that may begin with dots."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    level = len(name) - len(name.lstrip('.'))
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]


def decode_source(source_bytes):
    """The text of a source file, with newlines as \\n."""
    import io
    import re
    encoding = 'utf-8-sig'
    for line in source_bytes.split(b'\n', 2)[:2]:
        if found := re.match(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', line):
            encoding = found[1].decode()
    return io.IncrementalNewlineDecoder(None, True).decode(source_bytes.decode(encoding))


def _spec_of(name, found):
    kind, path, package, _ = found
    if kind == 'built-in':
        return _kinds.ModuleSpec(name, _kinds.BuiltinImporter, origin='built-in')
    if kind == 'file':
        return spec_from_file_location(name, path)
    spec = _kinds.ModuleSpec(name, _kinds.FrozenImporter(name), origin='frozen', is_package=package)
    if package:
        spec.submodule_search_locations = [path]
    return spec


def _find(name):
    """The spec by all finders, then by the import statement's own ways."""
    parent = name.rpartition('.')[0]
    path = None
    if parent:
        path = getattr(__import__(parent, fromlist=['__path__']), '__path__', None)
        if path is None:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to find {name!r}",
                                      name=name)
    for finder in sys.meta_path:
        spec = finder.find_spec(name, path, None)
        if spec is not None:
            return spec
    found = _imp.find(name)
    return _spec_of(name, found) if found else _kinds.PathFinder.find_spec(name, path)


def find_spec(name, package=None):
    """The spec of a module, imported or not; None: there is none."""
    name = resolve_name(name, package)
    module = sys.modules.get(name, find_spec)
    if module is None:
        return None
    if module is not find_spec:
        spec = getattr(module, '__spec__', None)
        if spec is not None:
            return spec
        if name == '__main__':
            raise ValueError('__main__.__spec__ is None')
    return _find(name)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec for a loader."""
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if origin is None and is_package is None and hasattr(loader, 'get_filename'):
        return spec_from_file_location(name, loader=loader)
    if is_package is None and hasattr(loader, 'is_package'):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return _kinds.ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


_unset = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_unset):
    """A spec for a file."""
    import os
    if location is None:
        location = loader.get_filename(name) if hasattr(loader, 'get_filename') else '<unknown>'
    else:
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith(tuple(_kinds.SOURCE_SUFFIXES)):
            return None
        loader = _kinds.SourceFileLoader(name, location)
    spec = _kinds.ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is _unset:
        package = hasattr(loader, 'is_package') and loader.is_package(name)
        submodule_search_locations = [os.path.dirname(location)] if package else None
    spec.submodule_search_locations = submodule_search_locations
    return spec


def module_from_spec(spec):
    """A module that is not yet loaded."""
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = types.ModuleType(spec.name)
    if spec.origin == 'built-in':
        return module
    module.__spec__, module.__loader__, module.__package__ = spec, spec.loader, spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
        if spec.cached is not None:
            module.__cached__ = spec.cached
    return module


def _load(spec):
    """Makes, registers and runs a module; what the import statement does with the spec of a finder."""
    if spec.loader is not None and not hasattr(spec.loader, 'exec_module'):
        return spec.loader.load_module(spec.name)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        if spec.loader is not None:
            spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(spec.name, None)
        raise
    return sys.modules[spec.name]


def _ask_finders(name, path):
    """The module as one of sys.meta_path finds it, or None."""
    for finder in list(sys.meta_path):
        find = getattr(finder, 'find_spec', None)
        spec = find(name, path, None) if find else None
        if spec is not None:
            return _load(spec)
    return None


def _ask_path_hooks(name, path):
    """The module as what sys.path_hooks makes of the path's entries finds it, or None. Folders were looked into."""
    spec = _kinds._hooked_spec(name, path)
    return None if spec is None else _load(spec)


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where CPython would keep byte code of a source file."""
    import os
    return _kinds._cache_of(os.fspath(path))


def source_from_cache(path):
    """The source file whose byte code CPython would keep there."""
    import os
    head, name = os.path.split(os.fspath(path))
    head, cache = os.path.split(head)
    if cache != '__pycache__':
        raise ValueError(f'__pycache__ not bottom-level directory in {path!r}')
    return os.path.join(head, name.partition('.')[0] + '.py')


def source_hash(source_bytes):
    """Eight bytes that change when the source does."""
    import hashlib
    return hashlib.blake2b(source_bytes, digest_size=8).digest()


class _LazyModule(types.ModuleType):
    """A module that loads itself when it is first looked into."""

    def __getattribute__(self, name):
        object.__setattr__(self, '__class__', types.ModuleType)
        spec = self.__spec__
        state = spec.loader_state
        before, original = state['__dict__'], spec.name
        changed = {key: value for key, value in self.__dict__.items() if key not in before or before[key] is not value}
        object.__setattr__(self, '__class__', state['__class__'])
        spec.loader.exec_module(self)
        if original in sys.modules and sys.modules[original] is not self:
            raise ValueError(f'module object for {original!r} substituted in sys.modules during a lazy load')
        self.__dict__.update(changed)  # what was set before it was loaded stays
        return getattr(self, name)

    def __delattr__(self, name):
        self.__getattribute__(name)
        delattr(self, name)


class LazyLoader(_kinds._Loader):
    """Puts the loading of a module off until it is looked into."""

    @staticmethod
    def __check_eager_loader(loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')

    @classmethod
    def factory(cls, loader):
        """What makes lazy loaders of that kind."""
        cls.__check_eager_loader(loader)
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def __init__(self, loader):
        self.__check_eager_loader(loader)
        self.loader = loader

    def create_module(self, spec):
        """As the loader makes it."""
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Makes it one that loads itself later."""
        module.__spec__.loader = module.__loader__ = self.loader
        module.__spec__.loader_state = {'__dict__': module.__dict__.copy(), '__class__': module.__class__}
        module.__class__ = _LazyModule
