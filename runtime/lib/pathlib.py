"""Paths as objects: PurePath knows only the text, Path asks the system too."""
import fnmatch
import io
import os
import re
from errno import EBADF, ELOOP, ENOENT, ENOTDIR
from stat import (S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISLNK, S_ISREG, S_ISSOCK)

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]


def _is_absence(error):
    return error.errno in (ENOENT, ENOTDIR, EBADF, ELOOP)


def _split(text):
    """The root ("", "/" or "//") and the parts after it."""
    root = ""
    if text.startswith("/"):
        root = "//" if text.startswith("//") and not text.startswith("///") else "/"
    return root, [part for part in text.split("/") if part and part != "."]


class _Parents:
    """The ancestors of a path, nearest first."""

    def __init__(self, path):
        self._type, self._root, self._tail = type(path), path.root, path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._type._made(self._root, self._tail[:len(self._tail) - index - 1])

    def __iter__(self):
        return (self[index] for index in range(len(self)))

    def __contains__(self, path):
        return any(each == path for each in self)

    def __repr__(self):
        return f"<{self._type.__name__}.parents>"


class PurePath:
    """A path as a text: what can be said of it without looking."""
    __slots__ = ("_root", "_tail", "_text", "_hash")

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._of(args)

    @classmethod
    def _of(cls, args):
        root, tail = "", []
        for each in args:
            if isinstance(each, PurePath):
                new_root, new_tail = each._root, each._tail
            else:
                text = os.fspath(each)
                if not isinstance(text, str):
                    raise TypeError(f"argument should be a str object or an os.PathLike object returning str, "
                                    f"not {type(text)!r}")
                new_root, new_tail = _split(str(text))
            if new_root:
                root, tail = new_root, list(new_tail)
            else:
                tail = tail + list(new_tail)
        return cls._made(root, tail)

    @classmethod
    def _made(cls, root, tail):
        self = object.__new__(cls)
        self._root, self._tail = root, tuple(tail)
        return self

    def __reduce__(self):
        return type(self), self.parts

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            self._text = self._root + "/".join(self._tail) or "."
            return self._text

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        safe = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/"
        return "file://" + "".join(chr(byte) if byte in safe else f"%{byte:02X}" for byte in bytes(self))

    # --- comparing

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._root == other._root and self._tail == other._tail

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash((self._root, self._tail))
            return self._hash

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    # --- parts

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    drive = property(lambda self: "", doc="Nothing on this system.")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)
    parts = property(lambda self: ((self._root,) if self._root else ()) + self._tail)
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
        return self._made(self._root, self._tail[:-1]) if self._tail else self

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._root, self._tail[:-1] + (name,))

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or (suffix and not suffix.startswith(".")) or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)

    def joinpath(self, *args):
        return self._of((self, *args))

    def __truediv__(self, key):
        try:
            return self._of((self, key))
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
        count = len(base._tail)
        if self._root != base._root or self._tail[:count] != base._tail:
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative and the "
                             f"other is absolute.")
        return self._made("", self._tail[count:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def match(self, path_pattern):
        pattern = self._of((path_pattern,))
        wanted, parts = pattern.parts, self.parts
        if not wanted:
            raise ValueError("empty pattern")
        if len(wanted) > len(parts) or (pattern._root and len(wanted) != len(parts)):
            return False
        return all(fnmatch.fnmatchcase(part, each) for part, each in zip(reversed(parts), reversed(wanted)))


class PurePosixPath(PurePath):
    """A path of this system."""
    __slots__ = ()


class Path(PurePath):
    """A path, and what is there."""
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return (PosixPath if cls is Path else cls)._of(args)

    def __enter__(self):
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
        return self._of((os.path.realpath(self, strict=strict),))

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
            yield self._made(self._root, self._tail + (name,))

    def glob(self, pattern):
        return self._search(pattern, ())

    def rglob(self, pattern):
        return self._search(pattern, ("**",))

    def _search(self, pattern, before):
        if not pattern and not before:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        root, parts = _split(pattern)
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
            path = self._made(self._root, self._tail + ((parts[0],) if parts[0] else ()))
            if path.is_dir() if len(parts) > 1 or not parts[0] else path.exists() or path.is_symlink():
                yield from path._matches(parts[1:])
        else:
            for entry in self._entries():
                if fnmatch.fnmatchcase(entry.name, parts[0]) and (len(parts) == 1 or entry.is_dir()):
                    yield from self._made(self._root, self._tail + (entry.name,))._matches(parts[1:])

    def _directories_below(self):
        if not self.is_dir():
            return
        yield self
        for entry in self._entries():
            if entry.is_dir(follow_symlinks=False):
                yield from self._made(self._root, self._tail + (entry.name,))._directories_below()

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


class PosixPath(Path, PurePosixPath):
    """A path of this system, and what is there."""
    __slots__ = ()
