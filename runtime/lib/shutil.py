"""Copying, moving and removing files and whole directories."""
import errno
import fnmatch
import os
import stat
import sys

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
           "SpecialFileError", "disk_usage", "which", "get_terminal_size", "SameFileError", "ignore_patterns", "chown",
           "make_archive", "get_archive_formats", "register_archive_format", "unregister_archive_format",
           "get_unpack_formats", "register_unpack_format", "unregister_unpack_format", "unpack_archive", "ExecError"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    """Several things went wrong: args[0] lists them."""


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError):
    """What cannot be copied: a named pipe."""


class _GiveupOnFastCopy(Exception):
    """The system's own way to copy does not work for these files."""


_USE_CP_SENDFILE = hasattr(os, "sendfile")


def copyfileobj(fsrc, fdst, length=0):
    while data := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(data)


def _copyfileobj_readinto(fsrc, fdst, length=COPY_BUFSIZE):
    with memoryview(bytearray(length)) as buffer:
        while size := fsrc.readinto(buffer):
            if size == length:
                fdst.write(buffer)
            else:
                with buffer[:size] as part:
                    fdst.write(part)


def _fastcopy_sendfile(fsrc, fdst):
    """Copies within the kernel; _GiveupOnFastCopy where that cannot be done and nothing has been written."""
    global _USE_CP_SENDFILE
    try:
        source, target = fsrc.fileno(), fdst.fileno()
    except Exception as error:
        raise _GiveupOnFastCopy(error) from None
    try:
        block = max(os.fstat(source).st_size, 2 ** 23)
    except OSError:
        block = 2 ** 27
    offset = 0
    while True:
        try:
            sent = os.sendfile(target, source, offset, block)
        except OSError as error:
            error.filename, error.filename2 = fsrc.name, fdst.name
            if error.errno == errno.ENOTSOCK:
                _USE_CP_SENDFILE = False
                raise _GiveupOnFastCopy(error) from None
            if error.errno != errno.ENOSPC and offset == 0 and os.lseek(target, 0, os.SEEK_CUR) == 0:
                raise _GiveupOnFastCopy(error) from None
            raise error from None
        if sent == 0:
            return
        offset += sent


def _same(src, dst):
    if isinstance(src, os.DirEntry) and hasattr(os.path, "samestat"):
        try:
            return os.path.samestat(src.stat(), os.stat(dst))
        except OSError:
            return False
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


_samefile = _same


def _refuse_pipe(path):
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return
    if stat.S_ISFIFO(mode):
        raise SpecialFileError(f"`{os.fspath(path)}` is a named pipe")


def _copy_data(fsrc, fdst):
    if _USE_CP_SENDFILE:
        try:
            _fastcopy_sendfile(fsrc, fdst)
            return
        except _GiveupOnFastCopy:
            pass
    copyfileobj(fsrc, fdst)


def copyfile(src, dst, *, follow_symlinks=True):
    sys.audit('shutil.copyfile', src, dst)
    if _samefile(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    _refuse_pipe(src)
    _refuse_pipe(dst)
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as source:
        try:
            with open(dst, "wb") as target:
                _copy_data(source, target)
        except IsADirectoryError:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from None
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    sys.audit('shutil.copymode', src, dst)
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        if hasattr(os, "lchmod"):
            os.lchmod(dst, stat.S_IMODE(os.lstat(src).st_mode))
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


_NO_XATTR = (errno.ENOTSUP, errno.ENODATA, errno.EINVAL, errno.EPERM, errno.EACCES)


def _copyxattr(src, dst, *, follow_symlinks=True):
    """The attributes that a file system keeps for others, where it keeps any."""
    if not hasattr(os, "listxattr"):
        return
    try:
        names = os.listxattr(src, follow_symlinks=follow_symlinks)
    except OSError as error:
        if error.errno not in (errno.ENOTSUP, errno.ENODATA, errno.EINVAL):
            raise
        return
    for name in names:
        try:
            os.setxattr(dst, name, os.getxattr(src, name, follow_symlinks=follow_symlinks),
                        follow_symlinks=follow_symlinks)
        except OSError as error:
            if error.errno not in _NO_XATTR:
                raise


def copystat(src, dst, *, follow_symlinks=True):
    sys.audit('shutil.copystat', src, dst)
    follow = follow_symlinks or not (os.path.islink(src) and os.path.islink(dst))
    status = src.stat(follow_symlinks=follow) if isinstance(src, os.DirEntry) else os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(status.st_atime_ns, status.st_mtime_ns), follow_symlinks=follow)
    _copyxattr(src, dst, follow_symlinks=follow)
    try:
        if follow:
            os.chmod(dst, stat.S_IMODE(status.st_mode))
        elif os.chmod in os.supports_follow_symlinks:
            os.chmod(dst, stat.S_IMODE(status.st_mode), follow_symlinks=False)
    except NotImplementedError:
        pass
    if hasattr(status, "st_flags") and hasattr(os, "chflags"):
        try:
            os.chflags(dst, status.st_flags, follow_symlinks=follow)
        except OSError as error:
            if error.errno not in (errno.EOPNOTSUPP, errno.ENOTSUP):
                raise


def _into(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    def ignored(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return ignored


def _copy_entry(entry, source, target, symlinks, copy_function, ignore_dangling, again):
    if entry.is_symlink():
        linked = os.readlink(source)
        if symlinks:
            os.symlink(linked, target)
            copystat(source, target, follow_symlinks=False)
            return
        if not os.path.exists(source) and ignore_dangling:
            return
    if entry.is_dir():
        again(source, target)
    else:
        copy_function(source, target)


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    def again(source, target):
        copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)

    sys.audit('shutil.copytree', src, dst)
    with os.scandir(src) as entries:
        entries = list(entries)
    ignored = ignore(os.fspath(src), [entry.name for entry in entries]) if ignore else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    failures = []
    for entry in entries:
        if entry.name in ignored:
            continue
        source, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        try:
            _copy_entry(entry, source, target, symlinks, copy_function, ignore_dangling_symlinks, again)
        except Error as error:
            failures.extend(error.args[0])
        except OSError as error:
            failures.append((source, target, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        failures.append((src, dst, str(error)))
    if failures:
        raise Error(failures)
    return dst


def _as_link(path, onerror):
    try:
        raise OSError("Cannot call rmtree on a symbolic link")
    except OSError:
        onerror(os.path.islink, path, sys.exc_info())


def _tried(onerror, path, function, *args, **kwargs):
    """What the call gives; None where it failed and onerror took the error."""
    try:
        return function(*args, **kwargs)
    except OSError as error:
        error.filename = path
        onerror(function, path, sys.exc_info())
        return None


def _entries_of(where):
    with os.scandir(where) as found:
        return list(found)


def _status_of_directory(entry):
    """Its status if the entry is a directory and no link to one."""
    try:
        if not entry.is_dir(follow_symlinks=False):
            return None
    except OSError:
        return None
    return entry.stat(follow_symlinks=False)


def _rmtree_safe_fd(topfd, path, onerror):
    """Empties an open directory; nobody can put a link in the way, for names are looked up in it."""
    try:
        entries = _entries_of(topfd)
    except OSError as error:
        error.filename = path
        onerror(os.scandir, path, sys.exc_info())
        return
    for entry in entries:
        whole = os.path.join(path, entry.name)
        try:
            status = _status_of_directory(entry)
        except OSError:
            onerror(os.lstat, whole, sys.exc_info())
            continue
        if status is None:
            _tried(onerror, whole, os.unlink, entry.name, dir_fd=topfd)
        else:
            _remove_directory_in(topfd, entry.name, whole, status, onerror)


def _remove_directory_in(topfd, name, whole, status, onerror):
    descriptor = _tried(onerror, whole, os.open, name, os.O_RDONLY, dir_fd=topfd)
    if descriptor is None:
        return
    try:
        same = os.path.samestat(status, os.fstat(descriptor))
        if same:
            _rmtree_safe_fd(descriptor, whole, onerror)
    finally:
        os.close(descriptor)
    if same:
        _tried(onerror, whole, os.rmdir, name, dir_fd=topfd)
    else:
        _as_link(whole, onerror)


def _rmtree_unsafe(path, onerror):
    try:
        entries = _entries_of(path)
    except OSError:
        onerror(os.scandir, path, sys.exc_info())
        entries = []
    for entry in entries:
        try:
            directory = entry.is_dir(follow_symlinks=False)
        except OSError:
            directory = False
        if directory and not entry.is_symlink():
            _rmtree_unsafe(entry.path, onerror)
        else:
            _tried(onerror, entry.path, os.unlink, entry.path)
    _tried(onerror, path, os.rmdir, path)


_use_fd_functions = ({os.open, os.stat, os.unlink, os.rmdir} <= os.supports_dir_fd and os.scandir in os.supports_fd
                     and os.stat in os.supports_follow_symlinks)


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    sys.audit('shutil.rmtree', path, dir_fd)
    if ignore_errors:
        def onerror(*args):
            pass
    elif onerror is None:
        def onerror(*args):
            raise
    if _use_fd_functions:
        _rmtree_by_descriptor(os.fsdecode(path) if isinstance(path, bytes) else path, onerror, dir_fd)
        return
    if dir_fd is not None:
        raise NotImplementedError("dir_fd unavailable on this platform")
    try:
        link = os.path.islink(path)
    except OSError:
        link = False
    if link:
        _as_link(path, onerror)
        return
    _rmtree_unsafe(path, onerror)


def _rmtree_by_descriptor(path, onerror, dir_fd):
    try:
        status = os.lstat(path, dir_fd=dir_fd)
    except Exception:
        onerror(os.lstat, path, sys.exc_info())
        return
    try:
        descriptor = os.open(path, os.O_RDONLY, dir_fd=dir_fd)
    except Exception:
        onerror(os.open, path, sys.exc_info())
        return
    try:
        same = os.path.samestat(status, os.fstat(descriptor))
        if same:
            _rmtree_safe_fd(descriptor, path, onerror)
    finally:
        os.close(descriptor)
    if not same:
        _as_link(path, onerror)
        return
    try:
        os.rmdir(path, dir_fd=dir_fd)
    except OSError:
        onerror(os.rmdir, path, sys.exc_info())


rmtree.avoids_symlink_attacks = _use_fd_functions


def _destinsrc(src, dst):
    """Whether a path lies in that directory or is it."""
    inside = os.path.join(os.path.abspath(src), "")
    return os.path.join(os.path.abspath(dst), "").startswith(inside)


def move(src, dst, copy_function=copy2):
    sys.audit('shutil.move', src, dst)
    real = dst
    if os.path.isdir(dst):
        if _samefile(src, dst) and not os.path.islink(src):
            os.rename(src, dst)
            return None
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip(os.path.sep + (os.path.altsep or ""))))
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src, real)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real)
            os.unlink(src)
        elif os.path.isdir(src):
            if _destinsrc(src, dst):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.") from None
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


class _Usage(tuple):
    __slots__ = ()
    total, used, free = (property(lambda self, number=number: self[number]) for number in range(3))

    def __repr__(self):
        return f"usage(total={self.total}, used={self.used}, free={self.free})"


def disk_usage(path):
    facts = os.statvfs(path)
    return _Usage((facts.f_blocks * facts.f_frsize, (facts.f_blocks - facts.f_bfree) * facts.f_frsize,
                   facts.f_bavail * facts.f_frsize))


def chown(path, user=None, group=None):
    sys.audit('shutil.chown', path, user, group)
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    os.chown(path, _number_of(user, "user"), _number_of(group, "group"))


def _number_of(name, what):
    """The number of a user or group; -1: it stays as it is."""
    if not isinstance(name, str):
        return -1 if name is None else name
    from subprocess import _id_of
    try:
        return _id_of(name, "pwd" if what == "user" else "grp")
    except KeyError:
        raise LookupError(f"no such {what}: {name!r}") from None


def get_terminal_size(fallback=(80, 24)):
    columns, lines = (int(text) if (text := os.environ.get(name, "")).isdigit() else 0 for name in ("COLUMNS", "LINES"))
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size(1)
        except OSError:
            size = os.terminal_size(fallback)
        columns, lines = columns or size.columns or fallback[0], lines or size.lines or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    def usable(candidate):
        return os.path.exists(candidate) and os.access(candidate, mode) and not os.path.isdir(candidate)

    if os.path.dirname(cmd):
        return cmd if usable(cmd) else None
    path = os.environ.get("PATH", os.defpath) if path is None else path
    for directory in os.fsdecode(path).split(os.pathsep) if path else ():
        candidate = os.path.join(directory, os.fsdecode(cmd))
        if usable(candidate):
            return os.fsencode(candidate) if isinstance(cmd, bytes) else candidate
    return None


class ExecError(OSError):
    """A command cannot be run."""


def __getattr__(name):
    """What archives need is read when it is asked for."""
    if name in __all__ or name in ("ReadError", "RegistryError"):
        import _archives
        return getattr(_archives, name)
    raise AttributeError(f"module 'shutil' has no attribute {name!r}")
