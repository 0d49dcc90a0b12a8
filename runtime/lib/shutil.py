"""Copying, moving and removing files and whole directories."""
import fnmatch
import os
import stat

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


def copyfileobj(fsrc, fdst, length=0):
    while data := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(data)


def _same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    if _same(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    for path in src, dst:
        try:
            if stat.S_ISFIFO(os.stat(path).st_mode):
                raise SpecialFileError(f"`{os.fspath(path)}` is a named pipe")
        except FileNotFoundError:
            pass
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as source:
        try:
            with open(dst, "wb") as target:
                copyfileobj(source, target)
        except IsADirectoryError:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from None
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    follow = follow_symlinks or not (os.path.islink(src) and os.path.islink(dst))
    status = os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(status.st_atime_ns, status.st_mtime_ns), follow_symlinks=follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(status.st_mode))


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


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    import sys

    def failed(function, where):
        if ignore_errors:
            return
        if onerror is None:
            raise
        onerror(function, where, sys.exc_info())

    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
    except OSError:
        failed(os.path.islink, path)
        return
    try:
        with os.scandir(path) as entries:
            entries = list(entries)
    except OSError:
        failed(os.scandir, path)
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            rmtree(entry.path, ignore_errors, onerror)
            continue
        try:
            os.unlink(entry.path)
        except OSError:
            failed(os.unlink, entry.path)
    try:
        os.rmdir(path)
    except OSError:
        failed(os.rmdir, path)


rmtree.avoids_symlink_attacks = False


def move(src, dst, copy_function=copy2):
    real = dst
    if os.path.isdir(dst):
        if _same(src, dst):
            os.rename(src, dst)
            return dst
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src, real)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real)
            os.unlink(src)
        elif os.path.isdir(src):
            inside = os.path.abspath(dst).startswith(os.path.join(os.path.abspath(src), ""))
            if inside or os.path.abspath(dst) == os.path.abspath(src):
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
    from subprocess import _id_of
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    os.chown(path, _id_of(user, "pwd"), _id_of(group, "grp"))


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
