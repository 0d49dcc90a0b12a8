"""Abstract classes of finders and loaders."""
import abc
import _import_kinds as _kinds


class Finder(metaclass=abc.ABCMeta):
    """Finds modules."""


class MetaPathFinder(Finder):
    """Stands in sys.meta_path."""

    def invalidate_caches(self):
        """Forgets what it remembers."""


class PathEntryFinder(Finder):
    """Finds modules in one place."""

    def invalidate_caches(self):
        """Forgets what it remembers."""


class Loader(metaclass=abc.ABCMeta):
    """Makes and runs modules."""

    def create_module(self, spec):
        """None: an ordinary module."""
        return None

    def load_module(self, fullname):
        """Loads and gives the module, in the way of old."""
        if not hasattr(self, 'exec_module'):
            raise ImportError
        return _kinds._Loader.load_module(self, fullname)


class ResourceLoader(Loader):
    """Reads files beside modules."""

    @abc.abstractmethod
    def get_data(self, path):
        """The content of a file."""
        raise OSError


class InspectLoader(Loader):
    """Shows source and code."""

    def is_package(self, fullname):
        """Whether it is one."""
        raise ImportError

    def get_code(self, fullname):
        """The compiled source."""
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """The source as text."""
        raise ImportError

    source_to_code = staticmethod(_kinds._SourceLoader.source_to_code)
    exec_module = _kinds._SourceLoader.exec_module


class ExecutionLoader(InspectLoader):
    """Knows the file, too."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """The path."""
        raise ImportError


class FileLoader(ResourceLoader, ExecutionLoader):
    """Loads a file."""

    __init__ = _kinds.SourceFileLoader.__init__
    get_filename = _kinds.SourceFileLoader.get_filename
    get_data = _kinds.SourceFileLoader.get_data


class SourceLoader(ResourceLoader, ExecutionLoader):
    """Loads source from wherever get_data() finds it."""

    get_code = _kinds._SourceLoader.get_code
    get_source = _kinds._SourceLoader.get_source
    is_package = _kinds._SourceLoader.is_package


MetaPathFinder.register(_kinds.BuiltinImporter)
MetaPathFinder.register(_kinds.FrozenImporter)
MetaPathFinder.register(_kinds.PathFinder)
PathEntryFinder.register(_kinds.FileFinder)
SourceLoader.register(_kinds.SourceFileLoader)
InspectLoader.register(_kinds.FrozenImporter)
