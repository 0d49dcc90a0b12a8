"""The system: files, directories, the environment, the process."""
import posix
import posixpath as path
import sys
from posix import *
from posix import _exit
from posixpath import curdir, defpath, devnull, extsep, fspath, pardir, pathsep, sep

sys.modules["os.path"] = path
name, linesep, altsep = "posix", "\n", None
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class _Environ:
    """os.environ: a mapping of texts; changing it changes the process's environment."""

    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        if not isinstance(key, str):
            raise TypeError(f"str expected, not {type(key).__name__}")
        return self._data[key]

    def __setitem__(self, key, value):
        for text in key, value:
            if not isinstance(text, str):
                raise TypeError(f"str expected, not {type(text).__name__}")
        posix.putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        del self._data[key]
        posix.unsetenv(key)

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return key in self._data

    def __eq__(self, other):
        return dict(self) == dict(other) if hasattr(other, "keys") else NotImplemented

    def __repr__(self):
        return f"environ({self._data!r})"

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def get(self, key, default=None):
        return self._data.get(key, default)

    def copy(self):
        return dict(self._data)

    def setdefault(self, key, value):
        if key not in self._data:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        value = self._data.pop(key, *default)
        posix.unsetenv(key)
        return value

    def update(self, other=(), /, **more):
        for key, value in {**dict(other), **more}.items():
            self[key] = value

    def clear(self):
        for key in self:
            del self[key]


environ = _Environ(posix._environ)


def getenv(key, default=None):
    return environ.get(key, default)


class PathLike:
    """What has __fspath__."""

    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1):
    return terminal_size(posix._terminal_size(fd))


def fsencode(text):
    text = fspath(text)
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text


def fsdecode(text):
    text = fspath(text)
    return text.decode("utf-8", "surrogateescape") if isinstance(text, bytes) else text


def fdopen(fd, *args, **kwargs):
    import io
    return io.open(fd, *args, **kwargs)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        makedirs(head, mode, exist_ok)
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


class DirEntry:
    """One entry of a directory, as scandir gives it."""

    def __init__(self, directory, name):
        self.name = name
        self.path = path.join(directory, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_symlink(self):
        return path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return (stat if follow_symlinks else lstat)(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, directory):
        self._entries = iter([DirEntry(directory, name) for name in listdir(directory)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path="."):
    return _Scan(fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    directories = [name for name in names if path.isdir(path.join(top, name))]
    files = [name for name in names if name not in set(directories)]
    if topdown:
        yield top, directories, files
    for name in directories:
        below = path.join(top, name)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, directories, files


def getlogin():
    return environ.get("LOGNAME", "root")


def get_exec_path(env=None):
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)
