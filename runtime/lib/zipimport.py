"""Imports from zip archives. An archive on sys.path is read through this; zipfile does the reading."""
import _import_kinds as _kinds
import os
import sys

__all__ = ['ZipImportError', 'zipimporter']

_zip_directory_cache = {}  # archive: its names


class ZipImportError(ImportError):
    """The archive is none, or does not hold what was asked for."""


def _names_in(archive):
    """The names an archive holds, its folders with a slash at the end."""
    import zipfile
    try:
        with zipfile.ZipFile(archive) as file:
            return set(file.namelist())
    except (OSError, zipfile.BadZipFile):
        raise ZipImportError(f'not a Zip file: {archive!r}', path=archive) from None


class zipimporter(_kinds._SourceLoader):
    """Finds and loads modules in an archive, or in a folder of it: zipimporter('a.zip/folder')."""

    def __init__(self, path):
        if not isinstance(path, str):
            path = os.fsdecode(path)
        if not path:
            raise ZipImportError('archive path is empty', path=path)
        archive, folders = path, []
        while not os.path.exists(archive):
            archive, folder = os.path.split(archive)
            if not folder or not archive:
                raise ZipImportError(f'not a Zip file: {path!r}', path=path)
            folders.insert(0, folder)
        if not os.path.isfile(archive):
            raise ZipImportError(f'not a Zip file: {path!r}', path=path)
        if archive not in _zip_directory_cache:
            _zip_directory_cache[archive] = _names_in(archive)
        self._files = _zip_directory_cache[archive]
        self.archive = archive
        self.prefix = ''.join(folder + '/' for folder in folders)

    def __repr__(self):
        return f'<zipimporter object "{self.archive}{os.sep}{self.prefix}">'

    def _place(self, fullname):
        """(name in the archive, is a package), or None."""
        base = self.prefix + fullname.rpartition('.')[2]
        for name, package in (base + '/__init__.py', True), (base + '.py', False):
            if name in self._files:
                return name, package
        return None

    def _known_place(self, fullname):
        found = self._place(fullname)
        if found is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return found

    def find_spec(self, fullname, target=None):
        """The spec of a module, or None."""
        if self._place(fullname) is not None:
            from importlib.util import spec_from_file_location
            package = self.is_package(fullname)
            path = self.get_filename(fullname)
            return spec_from_file_location(fullname, path, loader=self,
                                           submodule_search_locations=[os.path.dirname(path)] if package else None)
        folder = self.prefix + fullname.rpartition('.')[2]
        if folder + '/' not in self._files:
            return None
        spec = _kinds.ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations.append(os.path.join(self.archive, folder))
        return spec

    def get_data(self, pathname):
        """The content of a file in the archive."""
        import zipfile
        name = pathname.removeprefix(self.archive + os.sep)
        if name not in self._files:
            raise OSError(0, '', name)
        with zipfile.ZipFile(self.archive) as file:
            return file.read(name)

    def get_filename(self, fullname):
        """The path a module has, archive and all."""
        return os.path.join(self.archive, self._known_place(fullname)[0])

    def get_source(self, fullname):
        """The source of a module."""
        from importlib.util import decode_source
        return decode_source(self.get_data(self._known_place(fullname)[0]))

    def get_code(self, fullname):
        """The compiled source of a module."""
        name = self._known_place(fullname)[0]
        return self.source_to_code(self.get_data(name), os.path.join(self.archive, name))

    def is_package(self, fullname):
        """Whether a module is a package."""
        return self._known_place(fullname)[1]

    def load_module(self, fullname):
        """Imports a module, in the way of old."""
        from importlib.util import _load
        self._known_place(fullname)
        return sys.modules[fullname] if fullname in sys.modules else _load(self.find_spec(fullname))

    def invalidate_caches(self):
        """Reads the archive's names again."""
        _zip_directory_cache.pop(self.archive, None)
        try:
            self._files = _zip_directory_cache[self.archive] = _names_in(self.archive)
        except ZipImportError:
            self._files = set()
