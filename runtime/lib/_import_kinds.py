"""Specs and loaders: what the import statement writes into modules, and importlib.machinery, .util and .abc show."""
import sys
import _imp

SOURCE_SUFFIXES, BYTECODE_SUFFIXES, EXTENSION_SUFFIXES = ['.py'], ['.pyc'], []


class ModuleSpec:
    """What is known of a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self._set_fileattr, self._cached = False, None

    @property
    def parent(self):
        """The package: the module itself, if it is one."""
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        """Whether origin is a place that can be read."""
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    @property
    def cached(self):
        """Where byte code would be."""
        if self._cached is None and self.has_location and str(self.origin).endswith('.py'):
            self._cached = _cache_of(self.origin)
        return self._cached

    @cached.setter
    def cached(self, value):
        self._cached = value

    def __repr__(self):
        args = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            args.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            args.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{type(self).__name__}({", ".join(args)})'

    def __eq__(self, other):
        try:
            return (self.name == other.name and self.loader == other.loader and self.origin == other.origin
                    and self.submodule_search_locations == other.submodule_search_locations
                    and self.has_location == other.has_location)
        except AttributeError:
            return NotImplemented


class _Loader:
    def create_module(self, spec):
        """The default: an empty module."""
        return None

    def load_module(self, fullname):
        """Loads and gives the module, in the way of old."""
        from importlib.util import _load, spec_from_loader
        return sys.modules[fullname] if fullname in sys.modules else _load(spec_from_loader(fullname, self))


class _SourceLoader(_Loader):
    def exec_module(self, module):
        """Runs the module's source in it."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f'cannot load module {module.__name__!r} when get_code() returns None')
        exec(code, module.__dict__)

    def get_code(self, fullname):
        """The compiled source."""
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

    def get_source(self, fullname):
        """The source as text."""
        from importlib.util import decode_source
        return decode_source(self.get_data(self.get_filename(fullname)))

    @staticmethod
    def source_to_code(data, path='<string>'):
        """Compiles source."""
        return compile(data, path, 'exec', dont_inherit=True)

    def is_package(self, fullname):
        """Whether the file is a package's __init__."""
        import os
        name = os.path.basename(self.get_filename(fullname)).rsplit('.', 1)[0]
        return name == '__init__' and fullname.rpartition('.')[2] != '__init__'


class SourceFileLoader(_SourceLoader):
    """Loads a file of source."""

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, fullname=None):
        """The path."""
        if fullname is not None and fullname != self.name:
            raise ImportError(f'loader for {self.name} cannot handle {fullname}', name=fullname)
        return self.path

    def get_data(self, path):
        """The content of a file."""
        with open(path, 'rb') as file:
            return file.read()


class FrozenImporter(_SourceLoader):
    """Loads what is part of the binary."""

    def __init__(self, fullname=None):
        self.name = fullname

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The spec of a module in the binary, or None."""
        from importlib.util import _spec_of
        found = _imp.find(fullname)
        return _spec_of(fullname, found) if found and found[0] == 'frozen' else None

    def get_filename(self, fullname):
        """Not a file: <frozen name>."""
        return f'<frozen {fullname}>'

    def get_data(self, path):
        """The source."""
        return _imp.find(path[len('<frozen '):-1])[3]

    def is_package(self, fullname):
        """Whether it is one."""
        return _imp.find(fullname)[2]


class BuiltinImporter(_Loader):
    """Loads modules in C++."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The spec of a module in C++, or None."""
        return ModuleSpec(fullname, cls, origin='built-in') if _imp.is_builtin(fullname) else None

    @staticmethod
    def create_module(spec):
        """The module, made by the import statement."""
        __import__(spec.name)
        return sys.modules[spec.name]

    @staticmethod
    def exec_module(module):
        """It is complete."""

    @classmethod
    def is_package(cls, fullname):
        """None is."""
        return False

    @classmethod
    def get_source(cls, fullname):
        """None has."""
        return None

    get_code = get_source


class NamespaceLoader(_Loader):
    """Loads a package without a file."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def exec_module(self, module):
        """There is nothing to run."""

    def is_package(self, fullname):
        """It is."""
        return True

    def get_source(self, fullname):
        """There is none."""
        return ''


class PathFinder:
    """Finds modules on sys.path or a package's __path__."""

    @classmethod
    def invalidate_caches(cls):
        """Nothing is kept."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The spec of a module in one of the directories, or None."""
        import os
        from importlib.util import spec_from_file_location
        tail, parts = fullname.rpartition('.')[2], []
        for entry in sys.path if path is None else path:
            base = os.path.join(entry or os.getcwd(), tail)
            for file in os.path.join(base, '__init__.py'), base + '.py':
                if os.path.isfile(file):
                    return spec_from_file_location(fullname, file)
            if os.path.isdir(base):
                parts.append(base)
        hooked = _hooked_spec(fullname, sys.path if path is None else path)
        if hooked is not None or not parts:
            return hooked
        spec = ModuleSpec(fullname, NamespaceLoader(fullname, parts), is_package=True)
        spec.submodule_search_locations = parts
        return spec


def _archive_finder(entry):
    import os
    if not isinstance(entry, str) or os.path.isdir(entry):
        raise ImportError('only archives are supported')
    import zipimport
    return zipimport.zipimporter(entry)


def _path_finder(entry):
    """What the first hook that wants it makes of an entry of a path; None: nobody does."""
    cache = sys.path_importer_cache
    if entry not in cache:
        cache[entry] = None
        for hook in *sys.path_hooks, _archive_finder:
            try:
                cache[entry] = hook(entry)
                break
            except ImportError:
                pass
    return cache[entry]


def _hooked_spec(fullname, path):
    parts = []
    for entry in path:
        finder = _path_finder(entry)
        spec = finder.find_spec(fullname) if hasattr(finder, 'find_spec') else None
        if spec is None:
            continue
        if spec.loader is not None:
            return spec
        parts.extend(spec.submodule_search_locations or ())
    if not parts:
        return None
    spec = ModuleSpec(fullname, NamespaceLoader(fullname, parts), is_package=True)
    spec.submodule_search_locations = parts
    return spec


class FileFinder:
    """Finds modules in one directory."""

    def __init__(self, path, *loader_details):
        self.path = path or '.'

    def find_spec(self, fullname, target=None):
        """The spec of a module in the directory, or None."""
        return PathFinder.find_spec(fullname, [self.path])

    def invalidate_caches(self):
        """Nothing is kept."""


def _cache_of(path):
    """Where byte code of a source file would be. None is ever written."""
    head, slash, tail = path.rpartition('/')
    return f'{head}{slash}__pycache__/{tail.rpartition(".")[0] or tail}.{sys.implementation.cache_tag}.pyc'


def _complete(namespace, name, path, directories):
    """The spec and the loader of a module that the import statement loads: from a file, or a package without one."""
    loader = NamespaceLoader(name, directories) if path is None else SourceFileLoader(name, path)
    spec = ModuleSpec(name, loader, origin=path)
    spec.submodule_search_locations = directories
    spec._set_fileattr = path is not None
    if path is not None:
        spec._cached = namespace['__cached__'] = _cache_of(path)
    namespace['__spec__'], namespace['__loader__'] = spec, loader


for _each in ModuleSpec, BuiltinImporter, FrozenImporter:
    _each.__module__ = '_frozen_importlib'
for _each in SourceFileLoader, NamespaceLoader, PathFinder, FileFinder:
    _each.__module__ = '_frozen_importlib_external'
del _each
