"""Paths as objects: PurePath knows only the text, Path asks the system too."""
import _path_flavours
import fnmatch
import io
import operator
import os
import re
import warnings
from errno import EBADF, ELOOP, ENOENT, ENOTDIR
from stat import (S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISLNK, S_ISREG, S_ISSOCK)

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


def _is_absence(error):
    return error.errno in (ENOENT, ENOTDIR, EBADF, ELOOP)


def _leads_on(entry, follow_symlinks=True):
    try:
        return entry.is_dir(follow_symlinks=follow_symlinks)
    except OSError as error:
        if not _is_absence(error):
            raise
        return False


_posix_flavour, _windows_flavour = _path_flavours.PosixFlavour(), _path_flavours.WindowsFlavour()


class _Parents:
    """The ancestors of a path, nearest first."""

    def __init__(self, path):
        self._path, self._tail = path, path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._path._with(self._tail[:len(self._tail) - index - 1])

    def __iter__(self):
        return (self[index] for index in range(len(self)))

    def __contains__(self, path):
        return any(each == path for each in self)

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path as a text: what can be said of it without looking."""
    __slots__ = ("_drive", "_root", "_tail", "_text", "_hash")
    _flavour = _posix_flavour

    def __new__(cls, *args):
        return (PurePosixPath if cls is PurePath else cls)._of(args)

    @classmethod
    def _of(cls, args):
        return cls._made(*cls._flavour.combine(cls._pieces(args)))

    @classmethod
    def _pieces(cls, args):
        """Drive, root and parts of each of the arguments."""
        for each in args:
            if isinstance(each, PurePath):
                if each._flavour is cls._flavour:
                    yield each._drive, each._root, each._tail
                else:
                    yield from map(cls._flavour.split, each.parts)
                continue
            text = os.fspath(each)
            if not isinstance(text, str):
                raise TypeError(f"argument should be a str object or an os.PathLike object returning str, "
                                f"not {type(text)!r}")
            yield cls._flavour.split(str(text))

    @classmethod
    def _made(cls, drive, root, tail):
        self = object.__new__(cls)
        self._drive, self._root, self._tail = drive, root, tuple(tail)
        return self

    def _with(self, tail):
        """A path below the same anchor."""
        return self._made(self._drive, self._root, tail)

    def __reduce__(self):
        return type(self), self.parts

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            self._text = self._drive + self._root + self._flavour.sep.join(self._tail) or "."
            return self._text

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_posix(self):
        return str(self).replace(self._flavour.sep, "/")

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return self._flavour.make_uri(self)

    # --- comparing

    def _folded(self):
        """The parts as they are compared."""
        return tuple(map(self._flavour.fold, self.parts))

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._folded() == other._folded() and self._flavour is other._flavour

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(self._folded())
            return self._hash

    def _compared(self, other, operation):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return operation(self._folded(), other._folded())

    def __lt__(self, other):
        return self._compared(other, operator.lt)

    def __le__(self, other):
        return self._compared(other, operator.le)

    def __gt__(self, other):
        return self._compared(other, operator.gt)

    def __ge__(self, other):
        return self._compared(other, operator.ge)

    # --- parts

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    drive = property(lambda self: self._drive, doc="The letter with its colon or the share; empty on this system.")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._drive + self._root)
    parts = property(lambda self: ((self.anchor,) if self._drive or self._root else ()) + self._tail)
    name = property(lambda self: self._tail[-1] if self._tail else "")
    parents = property(_Parents)

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith(".") else ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        dot = name.rfind(".")
        return name[:dot] if 0 < dot < len(name) - 1 else name

    @property
    def parent(self):
        return self._with(self._tail[:-1]) if self._tail else self

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not self._is_name(name):
            raise ValueError(f"Invalid name {name!r}")
        return self._with(self._tail[:-1] + (name,))

    def _is_name(self, text):
        drive, root, parts = self._flavour.split(text)
        return not drive and not root and len(parts) == 1 and text[-1] not in (self._flavour.sep, self._flavour.altsep)

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        separators = self._flavour.sep + self._flavour.altsep
        if any(each in suffix for each in separators) or (suffix and not suffix.startswith(".")) or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)

    def joinpath(self, *args):
        first = self._drive, self._root, self._tail
        return self._made(*self._flavour.join(first, self._flavour.combine(self._pieces(args))))

    def __truediv__(self, key):
        try:
            return self.joinpath(key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._of((key, self))
        except TypeError:
            return NotImplemented

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        base = self._of(other)
        ours, theirs = self._steps(), base._steps()
        count, fold = len(theirs), self._flavour.fold
        if (self._root or self._drive) if not count else [*map(fold, ours[:count])] != [*map(fold, theirs)]:
            shown = str(base) if count else ""
            raise ValueError(f"{str(self)!r} is not in the subpath of {shown!r} OR one path is relative and the "
                             f"other is absolute.")
        root = self._root if count == 1 else ""
        return self._made("", root, ours[count + bool(root):])

    def _steps(self):
        """The parts, with drive and root for themselves."""
        return ((self._drive, self._root) if self._root else (self._drive,) if self._drive else ()) + self._tail

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def is_absolute(self):
        return bool(self._root and (self._drive or not self._flavour.has_drive))

    def is_reserved(self):
        """Whether Windows keeps the name for a device."""
        return self._flavour.is_reserved(self)

    def match(self, path_pattern):
        fold = self._flavour.fold
        pattern = self._of((fold(path_pattern),))
        wanted, parts = pattern.parts, self._folded()
        if not wanted:
            raise ValueError("empty pattern")
        if pattern._drive and pattern._drive != fold(self._drive) or pattern._root and pattern._root != self._root:
            return False
        if pattern._drive or pattern._root:
            if len(wanted) != len(parts):
                return False
            wanted = wanted[1:]
        elif len(wanted) > len(parts):
            return False
        return all(fnmatch.fnmatchcase(part, each) for part, each in zip(reversed(parts), reversed(wanted)))


class PurePosixPath(PurePath):
    """A path of this system."""
    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path of Windows."""
    __slots__ = ()
    _flavour = _windows_flavour


class Path(PurePath):
    """A path, and what is there."""
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        cls = PosixPath if cls is Path else cls
        if cls._flavour is not _posix_flavour:
            raise NotImplementedError(f"cannot instantiate {cls.__name__!r} on your system")
        return cls._of(args)

    def __enter__(self):
        warnings.warn("pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; Path objects as a "
                      "context manager is a no-op", DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, *args):
        pass

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    # --- asking

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def _mode(self, follow_symlinks=True):
        try:
            return os.stat(self, follow_symlinks=follow_symlinks).st_mode
        except OSError as error:
            if not _is_absence(error):
                raise
        except ValueError:
            pass
        return None

    def _is(self, test, follow_symlinks=True):
        mode = self._mode(follow_symlinks)
        return mode is not None and test(mode)

    def exists(self):
        return self._mode() is not None

    def is_dir(self):
        return self._is(S_ISDIR)

    def is_file(self):
        return self._is(S_ISREG)

    def is_symlink(self):
        return self._is(S_ISLNK, False)

    def is_fifo(self):
        return self._is(S_ISFIFO)

    def is_socket(self):
        return self._is(S_ISSOCK)

    def is_block_device(self):
        return self._is(S_ISBLK)

    def is_char_device(self):
        return self._is(S_ISCHR)

    def is_mount(self):
        return os.path.ismount(self)

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def _owner_in(self, file, number):
        with open(file) as rows:
            for row in rows:
                fields = row.split(":")
                if fields[2] == str(number):
                    return fields[0]
        raise KeyError(f"id not found: {number}")

    def owner(self):
        return self._owner_in("/etc/passwd", self.stat().st_uid)

    def group(self):
        return self._owner_in("/etc/group", self.stat().st_gid)

    def absolute(self):
        return self if self.is_absolute() else self._of((os.getcwd(), self))

    def resolve(self, strict=False):
        try:
            found = self._of((os.path.realpath(self, strict=strict),))
            if not strict:
                found._check_loops()
        except OSError as error:
            if error.errno == ELOOP:
                raise RuntimeError(f"Symlink loop from {error.filename!r}") from None
            raise
        return found

    def _check_loops(self):
        try:
            os.stat(self)
        except OSError as error:
            if error.errno == ELOOP:
                raise

    def readlink(self):
        return self._of((os.readlink(self),))

    def expanduser(self):
        if self._root or not self._tail or not self._tail[0].startswith("~"):
            return self
        home = os.path.expanduser(self._tail[0])
        if home.startswith("~"):
            raise RuntimeError("Could not determine home directory.")
        return self._of((home, *self._tail[1:]))

    # --- directories

    def iterdir(self):
        for name in os.listdir(self):
            yield self._with(self._tail + (name,))

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        return self._search(pattern, ())

    def rglob(self, pattern):
        return self._search(pattern, ("**",))

    def _search(self, pattern, before):
        if not pattern and not before:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        _, root, parts = self._flavour.split(pattern)
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if pattern.endswith("/"):
            parts.append("")
        for part in parts:
            if "**" in part and part != "**":
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        seen = set()
        for path in self._matches((*before, *parts)):
            if path not in seen:
                seen.add(path)
                yield path

    def _entries(self):
        try:
            with os.scandir(self) as entries:
                return list(entries)
        except OSError:
            return []

    def _matches(self, parts):
        if not parts:
            yield self
        elif parts[0] == "**":
            for directory in self._directories_below():
                yield from directory._matches(parts[1:])
        elif not re.search("[*?[]", parts[0]):
            path = self._with(self._tail + ((parts[0],) if parts[0] else ()))
            if path.is_dir() if len(parts) > 1 or not parts[0] else path.exists() or path.is_symlink():
                yield from path._matches(parts[1:])
        else:
            for entry in self._entries():
                if fnmatch.fnmatchcase(entry.name, parts[0]) and (len(parts) == 1 or _leads_on(entry)):
                    yield from self._with(self._tail + (entry.name,))._matches(parts[1:])

    def _directories_below(self):
        if not self.is_dir():
            return
        yield self
        for entry in self._entries():
            if _leads_on(entry, follow_symlinks=False):
                yield from self._with(self._tail + (entry.name,))._directories_below()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self)

    # --- files

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open("wb") as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                os.utime(self)
                return
            except OSError:
                pass
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return self._of((target,))

    def replace(self, target):
        os.replace(self, target)
        return self._of((target,))

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        os.link(target, self)

    def link_to(self, target):
        warnings.warn("pathlib.Path.link_to() is deprecated and is scheduled for removal in Python 3.12. Use "
                      "pathlib.Path.hardlink_to() instead.", DeprecationWarning, stacklevel=2)
        os.link(self, target)


class PosixPath(Path, PurePosixPath):
    """A path of this system, and what is there."""
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path of Windows, and what is there: not on this system."""
    __slots__ = ()
