"""What is installed: versions, files, requirements and entry points of the *.dist-info and *.egg-info on sys.path."""
import os
import re
import sys
from collections import defaultdict
from pathlib import Path, PurePosixPath

__all__ = ['Distribution', 'DistributionFinder', 'PackageMetadata', 'PackageNotFoundError', 'distribution',
           'distributions', 'entry_points', 'files', 'metadata', 'packages_distributions', 'requires', 'version']


class PackageNotFoundError(ModuleNotFoundError):
    """Nothing of that name is installed."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        return self.args[0]


def _normalized(name):
    """A project's name as names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower().replace('-', '_')


class EntryPoint:
    """name = module:attribute of a group."""
    pattern = re.compile(r'(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$')
    dist = None

    def __init__(self, name, value, group):
        vars(self).update(name=name, value=value, group=group)

    def _part(self, name):
        found = self.pattern.match(self.value)
        return found.group(name)

    module = property(lambda self: self._part('module'))
    attr = property(lambda self: self._part('attr') or '')
    extras = property(lambda self: re.findall(r'\w+', self._part('extras') or ''))

    def load(self):
        """The object that it stands for."""
        from importlib import import_module
        found = import_module(self.module)
        for name in filter(None, self.attr.split('.')):
            found = getattr(found, name)
        return found

    def matches(self, **params):
        """Whether its attributes are these."""
        return all(getattr(self, name) == value for name, value in params.items())

    def _for(self, dist):
        vars(self).update(dist=dist)
        return self

    def _key(self):
        return self.name, self.value, self.group

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, EntryPoint) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, EntryPoint) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __setattr__(self, name, value):
        raise AttributeError("EntryPoint objects are immutable.")

    def __repr__(self):
        return f'EntryPoint(name={self.name!r}, value={self.value!r}, group={self.group!r})'


class EntryPoints(list):
    """Entry points that can be asked by name and by attributes."""
    __slots__ = ()

    def __getitem__(self, name):
        if isinstance(name, int):
            return super().__getitem__(name)
        try:
            return next(iter(self.select(name=name)))
        except StopIteration:
            raise KeyError(name)

    def select(self, **params):
        """Those with these attributes."""
        return EntryPoints([each for each in self if each.matches(**params)])

    names = property(lambda self: {each.name for each in self})
    groups = property(lambda self: {each.group for each in self})

    def __repr__(self):
        return f'{type(self).__name__}({list(self)!r})'


def _entry_points_of(text):
    """The entry points of a file with a section for each group."""
    found, group = EntryPoints(), None
    for line in (text or '').splitlines():
        line = line.strip()
        if line.startswith('[') and line.endswith(']'):
            group = line[1:-1]
        elif line and line[0] != '#' and group is not None:
            name, _, value = line.partition('=')
            found.append(EntryPoint(name.strip(), value.strip(), group))
    return found


class FileHash:
    """The hash of an installed file."""

    def __init__(self, spec):
        self.mode, _, self.value = spec.partition('=')

    def __repr__(self):
        return f'<FileHash mode: {self.mode} value: {self.value}>'


class PackagePath(PurePosixPath):
    """A file of a distribution, by its path from where that is installed."""

    def locate(self):
        """Where it is."""
        return self.dist.locate_file(self)

    def read_text(self, encoding='utf-8'):
        return self.locate().read_text(encoding=encoding)

    def read_binary(self):
        return self.locate().read_bytes()


class PackageMetadata:
    """What metadata() gives has these: __getitem__, __iter__, __contains__, get_all() and json."""


class Distribution:
    """Something installed. A subclass says how its files are read and where they are."""

    def read_text(self, filename):
        """The text of a file of its metadata, None where there is no such file."""
        raise NotImplementedError

    def locate_file(self, path):
        raise NotImplementedError

    @classmethod
    def from_name(cls, name):
        """The distribution of that name."""
        if not name:
            raise ValueError("A distribution name is required.")
        for found in cls.discover(name=name):
            return found
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, *, context=None, **kwargs):
        """All distributions that the finders of sys.meta_path and the folders of sys.path know."""
        if context and kwargs:
            raise ValueError("cannot accept context and kwargs")
        context = context or DistributionFinder.Context(**kwargs)
        for finder in sys.meta_path:
            if isinstance(finder, DistributionFinder):
                yield from finder.find_distributions(context)
        yield from _in_folders(context)

    @staticmethod
    def at(path):
        """The one whose metadata stand in a folder."""
        return PathDistribution(Path(path))

    @property
    def metadata(self):
        """The headers of its metadata."""
        import email
        text = self.read_text('METADATA') or self.read_text('PKG-INFO') or self.read_text('') or ''
        return email.message_from_string(text)

    name = property(lambda self: self.metadata['Name'])
    version = property(lambda self: self.metadata['Version'])
    _normalized_name = property(lambda self: _normalized(self.name))

    @property
    def entry_points(self):
        return EntryPoints([each._for(self) for each in _entry_points_of(self.read_text('entry_points.txt'))])

    @property
    def files(self):
        """Its files as PackagePaths, None where no list of them is kept."""
        import csv
        record = self.read_text('RECORD')
        if record is not None:
            rows = list(csv.reader(record.splitlines()))
        else:
            sources = self.read_text('SOURCES.txt')
            if not sources:
                return None
            rows = [[line] for line in sources.splitlines()]
        found = []
        for row in rows:
            path = PackagePath(row[0])
            path.hash = FileHash(row[1]) if len(row) > 1 and row[1] else None
            path.size = int(row[2]) if len(row) > 2 and row[2] else None
            path.dist = self
            found.append(path)
        return found

    @property
    def requires(self):
        """What it needs, None where it says nothing."""
        return self.metadata.get_all('Requires-Dist')


class DistributionFinder:
    """The base of finders that know distributions."""

    class Context:
        """What is looked for: the name of one distribution or None for all, and the folders to look in."""
        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        @property
        def path(self):
            return vars(self).get('path', sys.path)

    def find_distributions(self, context=Context()):
        raise NotImplementedError


class PathDistribution(Distribution):
    """One whose metadata stand in a folder or a file."""

    def __init__(self, path):
        self._path = path

    def read_text(self, filename):
        try:
            return self._path.joinpath(filename).read_text(encoding='utf-8')
        except (FileNotFoundError, IsADirectoryError, KeyError, NotADirectoryError, PermissionError):
            return None

    def locate_file(self, path):
        return self._path.parent / path


def _in_folders(context):
    wanted = None if context.name is None else _normalized(context.name)
    for folder in context.path:
        try:
            entries = sorted(os.listdir(folder or '.'))
        except OSError:
            continue
        for entry in entries:
            stem, ending = os.path.splitext(entry)
            if ending.lower() in ('.dist-info', '.egg-info'):
                if wanted is None or _normalized(stem.partition('-')[0]) == wanted:
                    yield PathDistribution(Path(folder or '.') / entry)


def distribution(distribution_name):
    """The distribution of that name."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """All distributions."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """The headers of the metadata of a distribution."""
    return Distribution.from_name(distribution_name).metadata


def version(distribution_name):
    """The version of a distribution."""
    return distribution(distribution_name).version


def entry_points(**params):
    """The entry points of all distributions, or those with these attributes."""
    seen, found = set(), EntryPoints()
    for each in distributions():
        if each._normalized_name not in seen:
            seen.add(each._normalized_name)
            found += each.entry_points
    return found.select(**params)


def files(distribution_name):
    """The files of a distribution."""
    return distribution(distribution_name).files


def requires(distribution_name):
    """What a distribution needs."""
    return distribution(distribution_name).requires


def packages_distributions():
    """The names of the distributions of each top-level package."""
    found = defaultdict(list)
    for each in distributions():
        names = (each.read_text('top_level.txt') or '').split()
        names = names or {path.parts[0] if len(path.parts) > 1 else path.stem for path in each.files or ()
                          if path.suffix == '.py'}
        for name in names:
            found[name].append(each.metadata['Name'])
    return dict(found)
