"""Files and directories for a while: names nobody else has, gone when they are closed."""
import errno as _errno
import functools as _functools
import io as _io
import os as _os
import shutil as _shutil
import sys as _sys
import weakref as _weakref

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

_GenericAlias = type(list[int])

TMP_MAX = 238328
template = "tmp"
tempdir = None
_FLAGS = _text_openflags = _bin_openflags = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_NOFOLLOW


class _RandomNameSequence:
    """Names that nobody can guess."""

    def __iter__(self):
        return self

    def __next__(self):
        letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
        return "".join(letters[byte % len(letters)] for byte in _os.urandom(8))


_name_sequence = _RandomNameSequence()


def _get_candidate_names():
    return _name_sequence


def _candidate_tempdir_list():
    found = [_os.path.abspath(directory) for name in ("TMPDIR", "TEMP", "TMP") if (directory := _os.getenv(name))]
    found += ["/tmp", "/var/tmp", "/usr/tmp"]
    try:
        found.append(_os.getcwd())
    except (AttributeError, OSError):
        found.append(_os.curdir)
    return found


def _get_default_tempdir():
    """The first of them where a file can be made and written."""
    directories = _candidate_tempdir_list()
    for directory in directories:
        directory = _os.path.abspath(directory) if directory != _os.curdir else directory
        for _ in range(100):
            path = _os.path.join(directory, next(_get_candidate_names()))
            try:
                descriptor = _os.open(path, _bin_openflags, 0o600)
            except FileExistsError:
                continue
            except OSError:
                break
            try:
                with _io.open(descriptor, "wb", closefd=False) as file:
                    file.write(b"blat")
                return directory
            except OSError:
                break
            finally:
                _os.close(descriptor)
                _os.unlink(path)
    raise FileNotFoundError(_errno.ENOENT, f"No usable temporary directory found in {directories}")


def gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = _get_default_tempdir()
    return _os.fsdecode(tempdir)


def gettempdirb():
    return _os.fsencode(gettempdir())


def gettempprefix():
    return template


def gettempprefixb():
    return _os.fsencode(template)


def _infer_return_type(*args):
    """bytes or str: what those that are given have in common."""
    kinds = set()
    for each in args:
        if isinstance(each, _os.PathLike):
            each = _os.fspath(each)
        if each is not None:
            kinds.add(bytes if isinstance(each, bytes) else str)
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    if kinds:
        return kinds.pop()
    return str if tempdir is None or isinstance(tempdir, str) else bytes


def _settle(prefix, suffix, dir):
    """What was not given, in the kind (str or bytes) of what was."""
    as_bytes = _infer_return_type(prefix, suffix, dir) is bytes
    prefix = prefix if prefix is not None else template.encode() if as_bytes else template
    suffix = suffix if suffix is not None else b"" if as_bytes else ""
    dir = dir if dir is not None else gettempdirb() if as_bytes else gettempdir()
    return prefix, suffix, _os.fspath(dir)


def _paths(dir, prefix, suffix):
    names = _get_candidate_names()
    for _ in range(TMP_MAX):
        name = next(names)
        middle = name.encode() if isinstance(prefix, bytes) else name
        yield _os.path.abspath(_os.path.join(dir, prefix + middle + suffix))


def _make_file(dir, prefix, suffix, flags):
    for path in _paths(dir, prefix, suffix):
        _sys.audit('tempfile.mkstemp', path)
        try:
            return _os.open(path, flags, 0o600), path
        except FileExistsError:
            continue
    raise FileExistsError(_errno.EEXIST, "No usable temporary file name found")


def _mkstemp_inner(dir, pre, suf, flags, output_type):
    """The work of mkstemp; the pieces have that type."""
    return _make_file(dir, pre, suf, flags)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    prefix, suffix, dir = _settle(prefix, suffix, dir)
    return _mkstemp_inner(dir, prefix, suffix, _bin_openflags, type(prefix))


def mkdtemp(suffix=None, prefix=None, dir=None):
    prefix, suffix, dir = _settle(prefix, suffix, dir)
    for path in _paths(dir, prefix, suffix):
        _sys.audit('tempfile.mkdtemp', path)
        try:
            _os.mkdir(path, 0o700)
            return path
        except FileExistsError:
            continue
    raise FileExistsError(_errno.EEXIST, "No usable temporary directory name found")


def mktemp(suffix="", prefix=template, dir=None):
    for path in _paths(gettempdir() if dir is None else dir, prefix, suffix):
        if not _os.path.lexists(path):
            return path
    raise FileExistsError(_errno.EEXIST, "No usable temporary filename found")


class _TemporaryFileCloser:
    """Closes a file, and removes it, when nobody needs it any more: neither the wrapper nor a method taken from it."""

    def __init__(self, file, name, delete=True):
        self.file, self.name, self.delete = file, name, delete
        self._remove = _os.unlink
        self.close_called = False

    def close(self):
        if self.close_called or self.file is None:
            return
        self.close_called = True
        try:
            self.file.close()
        finally:
            if self.delete:
                self._remove(self.name)

    def __del__(self):
        self.close()


class _TemporaryFileWrapper:
    """A file with a name that goes when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file, self.name, self.delete = file, name, delete
        self._closer = _TemporaryFileCloser(file, name, delete)

    def __getattr__(self, name):
        value = getattr(self.__dict__["file"], name)
        if callable(value) and not isinstance(value, type):
            value = self._kept(value)
        if not isinstance(value, int):
            setattr(self, name, value)
        return value

    def _kept(self, method):
        """The method of the file, which keeps the file open as long as it is there itself."""
        closer = self._closer

        @_functools.wraps(method)
        def call(*args, **kwargs):
            return method(*args, **kwargs)
        call._closer = closer
        return call

    def close(self):
        self._closer.close()

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *args):
        self.file.__exit__(*args)
        self.close()

    def __iter__(self):
        yield from self.file

    def __repr__(self):
        return f"<tempfile._TemporaryFileWrapper file={self.file!r}>"


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    prefix, suffix, dir = _settle(prefix, suffix, dir)
    name = None

    def opener(*args):
        nonlocal name
        descriptor, name = _make_file(dir, prefix, suffix, _FLAGS)
        return descriptor

    try:
        file = _io.open(dir, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors,
                        opener=opener)
    except BaseException:
        if name is not None and delete:
            _os.unlink(name)
        raise
    raw = getattr(file, "buffer", file)
    getattr(raw, "raw", raw).name = name
    return _TemporaryFileWrapper(file, name, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    prefix, suffix, dir = _settle(prefix, suffix, dir)

    def opener(*args):
        descriptor, path = _make_file(dir, prefix, suffix, _FLAGS)
        _os.unlink(path)
        return descriptor

    return _io.open(dir, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors, opener=opener)


class SpooledTemporaryFile(_io.IOBase):
    """In memory until it grows beyond max_size or somebody asks for its descriptor."""
    _rolled = False
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._file = _io.BytesIO() if "b" in mode else _io.TextIOWrapper(_io.BytesIO(), encoding or "utf-8", errors,
                                                                       newline)
        self._max_size = max_size
        self._arguments = {"mode": mode, "buffering": buffering, "suffix": suffix, "prefix": prefix, "dir": dir,
                           "encoding": encoding, "newline": newline, "errors": errors}

    def rollover(self):
        if self._rolled:
            return
        memory, place = self._file, self._file.tell()
        self._file = TemporaryFile(**self._arguments)
        if hasattr(memory, "buffer"):
            memory.flush()
            self._file.buffer.write(memory.buffer.getvalue())
        else:
            self._file.write(memory.getvalue())
        self._file.seek(place)
        self._rolled = True

    def _check(self):
        if self._max_size and not self._rolled and self._file.tell() > self._max_size:
            self.rollover()

    def write(self, data):
        result = self._file.write(data)
        self._check()
        return result

    def writelines(self, lines):
        self._file.writelines(lines)
        self._check()

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def truncate(self, size=None):
        if size is not None and self._max_size and size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def detach(self):
        return self._file.detach()

    def read(self, *args):
        return self._file.read(*args)

    def read1(self, *args):
        return self._file.read1(*args)

    def readinto(self, b):
        return self._file.readinto(b)

    def readinto1(self, b):
        return self._file.readinto1(b)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def flush(self):
        self._file.flush()

    def close(self):
        self._file.close()

    def isatty(self):
        return self._file.isatty()

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, *args):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    @property
    def mode(self):
        return self._arguments["mode"] if not self._rolled else self._file.mode

    @property
    def name(self):
        return self._file.name if self._rolled else None

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def errors(self):
        return self._file.errors

    @property
    def newlines(self):
        return self._file.newlines


class TemporaryDirectory:
    """A directory that goes with everything in it."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._finalizer = _weakref.finalize(self, self._cleanup, self.name, f"Implicitly cleaning up {self!r}",
                                            ignore_cleanup_errors)

    __class_getitem__ = classmethod(_GenericAlias)

    @staticmethod
    def _cleanup(name, warn_message, ignore_errors=False):
        import warnings
        _shutil.rmtree(name, ignore_errors)
        warnings.warn(warn_message, ResourceWarning)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        self.cleanup()

    def cleanup(self):
        if self._finalizer.detach() or _os.path.exists(self.name):
            try:
                _shutil.rmtree(self.name)
            except FileNotFoundError:
                pass
            except OSError:
                if not self._ignore_cleanup_errors:
                    raise
