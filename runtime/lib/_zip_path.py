"""zipfile.Path: places in an archive, asked as paths of files are."""
import io
import pathlib
import posixpath
import zipfile


def _parents(path):
    """The folders a name lies in, the nearest first."""
    path = posixpath.split(path.rstrip("/"))[0]
    while path and path != "/":
        yield path
        path = posixpath.split(path)[0]


class CompleteDirs(zipfile.ZipFile):
    """An archive that names the folders its members only imply."""

    @staticmethod
    def _implied_dirs(names):
        folders = dict.fromkeys(folder + "/" for name in names for folder in _parents(name))
        known = set(names)
        return [folder for folder in folders if folder not in known]

    def namelist(self):
        names = super().namelist()
        return names + list(self._implied_dirs(names))

    def _name_set(self):
        return set(self.namelist())

    def resolve_dir(self, name):
        """The name with its slash, when it is a folder's."""
        names, folder = self._name_set(), name + "/"
        return folder if name not in names and folder in names else name

    def getinfo(self, name):
        try:
            return super().getinfo(name)
        except KeyError:
            if not name.endswith("/") or name not in self._name_set():
                raise
            return zipfile.ZipInfo(filename=name)

    @classmethod
    def make(cls, source):
        """Of an archive, or of what ZipFile opens."""
        if isinstance(source, CompleteDirs):
            return source
        if not isinstance(source, zipfile.ZipFile):
            return cls(source)
        if "r" not in source.mode:
            cls = CompleteDirs
        source.__class__ = cls
        return source


class FastLookup(CompleteDirs):
    """One that does not change, so its names are gathered once."""

    def namelist(self):
        if "_names" not in self.__dict__:
            self._names = super().namelist()
        return self._names

    def _name_set(self):
        if "_set" not in self.__dict__:
            self._set = super()._name_set()
        return self._set


class Path:
    """A member of an archive, or a folder in it."""

    __repr_form = "{0.__class__.__name__}({0.root.filename!r}, {0.at!r})"

    def __init__(self, root, at=""):
        self.root, self.at = FastLookup.make(root), at

    def __eq__(self, other):
        if self.__class__ is not other.__class__:
            return NotImplemented
        return (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def open(self, mode="r", *args, pwd=None, **kwargs):
        """A file to read or write, of text unless the mode has a b."""
        if self.is_dir():
            raise IsADirectoryError(self)
        kind = mode[0]
        if not self.exists() and kind == "r":
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, kind, pwd=pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        if args:
            args = io.text_encoding(args[0]), *args[1:]
        else:
            kwargs["encoding"] = io.text_encoding(kwargs.get("encoding"))
        return io.TextIOWrapper(stream, *args, **kwargs)

    def _base(self):
        return pathlib.PurePosixPath(self.at or self.root.filename)

    @property
    def name(self):
        return self._base().name

    @property
    def suffix(self):
        return self._base().suffix

    @property
    def suffixes(self):
        return self._base().suffixes

    @property
    def stem(self):
        return self._base().stem

    @property
    def filename(self):
        return pathlib.Path(self.root.filename).joinpath(self.at)

    def read_text(self, *args, **kwargs):
        if args:
            args = io.text_encoding(args[0]), *args[1:]
        else:
            kwargs["encoding"] = io.text_encoding(kwargs.get("encoding"))
        with self.open("r", *args, **kwargs) as stream:
            return stream.read()

    def read_bytes(self):
        with self.open("rb") as stream:
            return stream.read()

    def _is_child(self, path):
        return posixpath.dirname(path.at.rstrip("/")) == self.at.rstrip("/")

    def _next(self, at):
        return self.__class__(self.root, at)

    def is_dir(self):
        return not self.at or self.at.endswith("/")

    def is_file(self):
        return self.exists() and not self.is_dir()

    def exists(self):
        return self.at in self.root._name_set()

    def iterdir(self):
        """What lies in the folder."""
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        return filter(self._is_child, map(self._next, self.root.namelist()))

    def __str__(self):
        return posixpath.join(self.root.filename, self.at)

    def __repr__(self):
        return self.__repr_form.format(self)

    def joinpath(self, *other):
        return self._next(self.root.resolve_dir(posixpath.join(self.at, *other)))

    __truediv__ = joinpath

    @property
    def parent(self):
        if not self.at:
            return self.filename.parent
        above = posixpath.dirname(self.at.rstrip("/"))
        return self._next(above + "/" if above else above)
