"""The system: files, directories, the environment, processes. Walking directories and starting programs stand here too;
what is done to paths as texts is in posixpath.py."""
import abc
import posix
import posixpath as path
import sys
from posix import *
from posix import _exit
from posixpath import curdir, defpath, devnull, extsep, fspath, pardir, pathsep, sep

sys.modules["os.path"] = path
name, linesep, altsep = "posix", "\n", None
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1
supports_bytes_environ = True
supports_dir_fd = {access, chmod, chown, link, mkdir, mkfifo, mknod, open, readlink, rename, rmdir, stat, symlink,
                   unlink, utime}
supports_fd = {chdir, chmod, chown, getxattr, listdir, listxattr, removexattr, setxattr, stat, truncate,
               utime}  # and execve, pathconf, scandir, statvfs, below
supports_follow_symlinks = {access, chown, getxattr, link, listxattr, removexattr, setxattr, stat, utime}
supports_effective_ids = {access}


# --- the environment

class _Environ:
    """os.environ: a mapping of texts; changing it changes the process's environment."""

    def __init__(self, data, encode, decode, what):
        self._data = data  # str to str, whichever view this is
        self.encodekey = self.encodevalue = encode
        self.decodekey = self.decodevalue = decode
        self._what = what

    def _text(self, value):
        if not isinstance(value, self._what):
            raise TypeError(f"{self._what.__name__} expected, not {type(value).__name__}")
        return self.encodekey(value)

    def __getitem__(self, key):
        try:
            return self.decodevalue(self._data[self._text(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = self._text(key), self._text(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        text = self._text(key)
        unsetenv(text)
        try:
            del self._data[text]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if hasattr(other, "items") else NotImplemented

    def __repr__(self):
        return "environ({{{}}})".format(", ".join(f"{key!r}: {value!r}" for key, value in self.items()))

    def keys(self):
        return dict.fromkeys(self).keys()

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return {key: self[key] for key in self}.items()

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def copy(self):
        return dict(self.items())

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def update(self, other=(), /, **more):
        for key, value in {**dict(other), **more}.items():
            self[key] = value

    def clear(self):
        for key in self:
            del self[key]

    def __or__(self, other):
        return {**self.copy(), **dict(other)} if hasattr(other, "keys") else NotImplemented

    def __ror__(self, other):
        return {**dict(other), **self.copy()} if hasattr(other, "keys") else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


environ = _Environ(posix._environ, str, str, str)
environb = _Environ(posix._environ, fsdecode, fsencode, bytes)


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


# --- results

class PathLike(abc.ABC):
    """What has __fspath__."""

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return True if any("__fspath__" in base.__dict__ for base in subclass.__mro__) else NotImplemented
        return NotImplemented

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _named(type_name, names, module="os", hidden=()):
    """A tuple whose items have names; those that are hidden are attributes only."""
    full = f"{module}.{type_name}"

    def make(cls, sequence, /, dict=None):
        items = tuple(sequence)
        if not len(names) <= len(items) <= len(names) + len(hidden):
            least = "at least " if hidden and len(items) < len(names) else "at most " if hidden else "a "
            raise TypeError(f"{full}() takes {least}{len(names)}-sequence ({len(items)}-sequence given)")
        made = tuple.__new__(cls, items[:len(names)])
        for name, value in zip(hidden, (*items[len(names):], *[None] * len(hidden))):
            made.__dict__[name] = value if value is not None or not dict else dict.get(name)
        return made

    def show(self):
        return f"{full}({', '.join(f'{name}={value!r}' for name, value in zip(names, self))})"

    def reduce(self):
        return type(self), (tuple(self), {name: getattr(self, name) for name in hidden})

    space = {"__new__": make, "__repr__": show, "__reduce__": reduce, "__module__": module, "n_unnamed_fields": 0,
             "n_fields": len(names) + len(hidden), "n_sequence_fields": len(names), "__match_args__": tuple(names)}
    if not hidden:
        space["__slots__"] = ()
    for number, field in enumerate(names):
        space[field] = property(lambda self, number=number: self[number])
    return type(type_name, (tuple,), space)


terminal_size = _named("terminal_size", ("columns", "lines"))
uname_result = _named("uname_result", ("sysname", "nodename", "release", "version", "machine"), "posix")
times_result = _named("times_result", ("user", "system", "children_user", "children_system", "elapsed"), "posix")
waitid_result = _named("waitid_result", ("si_pid", "si_uid", "si_signo", "si_status", "si_code"))
statvfs_result = _named("statvfs_result", ("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files",
                                           "f_ffree", "f_favail", "f_flag", "f_namemax"), "os", ("f_fsid",))


class sched_param(_named("sched_param", ("sched_priority",), "posix")):
    __slots__ = ()
    __module__ = "posix"

    def __new__(cls, sched_priority):
        return tuple.__new__(cls, (sched_priority,))

    def __reduce__(self):
        return sched_param, tuple(self)


def get_terminal_size(fd=1):
    return terminal_size(posix._terminal_size(fd))


def uname():
    return uname_result(posix._uname())


def times():
    return times_result(posix._times())


def statvfs(path):
    return statvfs_result(posix._statvfs(path))


def fstatvfs(fd):
    return statvfs_result(posix._statvfs(fd.__index__()))


def _usage(pid, options):
    from resource import struct_rusage
    child, status, used = posix._wait4(pid, options)
    return child, status, struct_rusage(used)


def wait3(options):
    return _usage(-1, options)


def wait4(pid, options):
    return _usage(pid, options)


def eventfd(initval, flags=EFD_CLOEXEC):
    if initval < 0:
        raise ValueError("value must be positive")
    if initval > 0xFFFFFFFF:
        raise OverflowError("Python int too large for C unsigned int")
    return posix._eventfd(initval, flags)


def device_encoding(fd):
    return "UTF-8" if isatty(fd) else None


def forkpty():
    leader, follower = openpty()
    child = fork()
    if child:
        close(follower)
        return child, leader
    close(leader)
    login_tty(follower)
    return 0, -1


def _priority(parameter):
    if not isinstance(parameter, sched_param):
        raise TypeError("must have a sched_param object")
    return parameter.sched_priority


def sched_getparam(pid, /):
    return sched_param(posix._sched_getparam(pid))


def sched_setparam(pid, param, /):
    posix._sched_setparam(pid, _priority(param))


def sched_setscheduler(pid, policy, param, /):
    posix._sched_setscheduler(pid, policy, _priority(param))


@staticmethod
def posix_spawn(path, argv, env, /, **options):
    from _posix_spawn import spawn
    return spawn(False, path, argv, env, **options)


@staticmethod
def posix_spawnp(path, argv, env, /, **options):
    from _posix_spawn import spawn
    return spawn(True, path, argv, env, **options)


def waitid(idtype, id, options, /):
    result = posix._waitid(idtype, id, options)
    return None if result is None else waitid_result(result)


def __getattr__(name):
    if name in ("sysconf_names", "pathconf_names", "confstr_names"):
        import _posix_names
        globals()[name] = found = getattr(_posix_names, name)
        return found
    if name == "__all__":
        globals()["__all__"] = found = sorted(each for each in __dir__() if not each.startswith("_") and each not in (
            "abc", "posix", "sys", "statvfs_result_fields")) + ["_exit"]
        return found
    raise AttributeError(f"module 'os' has no attribute {name!r}")


def __dir__():
    return [*globals(), "sysconf_names", "pathconf_names", "confstr_names", "__all__"]


def _configuration(name, names):
    import _posix_names
    if isinstance(name, str):
        names = getattr(_posix_names, names)
        if name not in names:
            raise ValueError("unrecognized configuration name")
        return names[name]
    if not isinstance(name, int):
        raise TypeError("configuration names must be strings or integers")
    return name


def sysconf(name, /):
    return posix._sysconf(_configuration(name, "sysconf_names"))


def confstr(name, /):
    return posix._confstr(_configuration(name, "confstr_names"))


def pathconf(path, name):
    return posix._pathconf(path, _configuration(name, "pathconf_names"))


def fpathconf(fd, name, /):
    return posix._pathconf(fd.__index__(), _configuration(name, "pathconf_names"))


def get_exec_path(env=None):
    env = environ if env is None else env
    found = env.get("PATH")
    if supports_bytes_environ and b"PATH" in (env if env is not environ else ()):
        if found is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        found = env[b"PATH"]
    if isinstance(found, bytes):
        found = fsdecode(found)
    return (defpath if found is None else found).split(pathsep)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


# --- directories

def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass  # somebody else was quicker
        if tail in (curdir, fsencode(curdir)):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


_DIRECTORY, _FILE, _LINK, _UNKNOWN = 4, 8, 10, 0


class DirEntry:
    """One entry of a directory, as scandir gives it: what the directory says of it costs no further call."""
    __slots__ = ("name", "path", "_type", "_inode", "_status", "_link_status", "_descriptor")

    def __init__(self, directory, name, type, inode):
        self._descriptor = directory if isinstance(directory, int) else None
        if self._descriptor is not None:
            directory = None
        self.name, self._type, self._inode = name, type, inode
        self.path = name if directory is None else path.join(directory, name)
        self._status = self._link_status = None

    def _is(self, kind, mask, follow_symlinks):
        if self._type == _UNKNOWN or (self._type == _LINK and follow_symlinks):
            try:
                return self.stat(follow_symlinks=follow_symlinks).st_mode & 0o170000 == mask
            except FileNotFoundError:
                return False
        return self._type == kind

    def is_dir(self, *, follow_symlinks=True):
        return self._is(_DIRECTORY, 0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(_FILE, 0o100000, follow_symlinks)

    def is_symlink(self):
        return self._is(_LINK, 0o120000, False)

    def stat(self, *, follow_symlinks=True):
        if self._link_status is None:
            self._link_status = stat(self.path, dir_fd=self._descriptor, follow_symlinks=False)
        if not follow_symlinks or self._link_status.st_mode & 0o170000 != 0o120000:
            return self._link_status
        if self._status is None:
            self._status = stat(self.path, dir_fd=self._descriptor)
        return self._status

    def inode(self):
        return self._inode

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, directory):
        entries = posix._list_entries(directory)
        self._entries = (DirEntry(directory, *entry) for entry in entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path=None):
    return _Scan("." if path is None else path if isinstance(path, int) else fspath(path))


supports_fd |= {execve, pathconf, scandir, statvfs}


def _is_directory(entry):
    try:
        return entry.is_dir()
    except OSError:  # as a link to nowhere
        return False


def walk(top, topdown=True, onerror=None, followlinks=False):
    sys.audit("os.walk", top, topdown, onerror, followlinks)
    stack = [(False, fspath(top))]
    while stack:
        ready, item = stack.pop()
        if ready:
            yield item
            continue
        directories, files, links = [], [], set()
        try:
            for entry in scandir(item):
                if _is_directory(entry):
                    directories.append(entry.name)
                    if entry.is_symlink():
                        links.add(entry.name)
                else:
                    files.append(entry.name)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        if topdown:
            yield item, directories, files
        else:
            stack.append((True, (item, directories, files)))
        for name in reversed(directories):
            below = path.join(item, name)
            if followlinks or not (name in links if not topdown else path.islink(below)):
                stack.append((False, below))


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """walk() with a descriptor of each directory as a fourth item."""
    top = fspath(top)

    def fail(error):
        raise error
    yield from _fwalk(top, top, dir_fd, isinstance(top, bytes), topdown, onerror, follow_symlinks, fail)


def _fwalk(top, name, dir_fd, is_bytes, topdown, onerror, follow_symlinks, failed):
    try:
        before = None if follow_symlinks else stat(name, follow_symlinks=False, dir_fd=dir_fd)
        descriptor = open(name, O_RDONLY | O_NONBLOCK, dir_fd=dir_fd)
    except OSError as error:
        if failed is not None:
            failed(error)
        return
    try:
        # somebody may have put a link there in the meantime
        if before and not (before.st_mode & 0o170000 == 0o040000 and path.samestat(before, stat(descriptor))):
            return
        directories, files = [], []
        for entry in scandir(descriptor):
            (directories if _is_directory(entry) else files).append(fsencode(entry.name) if is_bytes else entry.name)
        if topdown:
            yield top, directories, files, descriptor
        for below in directories:
            yield from _fwalk(path.join(top, below), below, descriptor, is_bytes, topdown, onerror, follow_symlinks, onerror)
        if not topdown:
            yield top, directories, files, descriptor
    finally:
        close(descriptor)


# --- processes

_before_fork, _after_in_parent, _after_in_child = [], [], []


_NOTHING = object()


def register_at_fork(*, before=_NOTHING, after_in_parent=_NOTHING, after_in_child=_NOTHING):
    if before is after_in_parent is after_in_child is _NOTHING:
        raise TypeError("At least one argument is required.")
    rows = (("before", before, _before_fork), ("after_in_child", after_in_child, _after_in_child),
            ("after_in_parent", after_in_parent, _after_in_parent))
    for label, function, functions in rows:
        if function is not _NOTHING and not callable(function):
            raise TypeError(f"'{label}' must be callable, not {type(function).__name__}")
    for label, function, functions in rows:
        if function is not _NOTHING:
            functions.append(function)


def _run(functions):
    for function in functions:
        try:
            function()
        except Exception as error:
            import traceback
            print(f"Exception ignored in: {function!r}", file=sys.stderr)
            traceback.print_exception(error)


def fork():
    _run(reversed(_before_fork))
    child = posix._fork()
    if not child and "threading" in sys.modules:
        sys.modules["threading"]._after_fork()
    _run(_after_in_parent if child else _after_in_child)
    return child


def execvpe(file, args, env):
    _execute(file, args, env)


def execvp(file, args):
    _execute(file, args, None)


def _execute(file, args, env):
    start = (execv, args) if env is None else (execve, args, env)
    if path.dirname(file):
        start[0](file, *start[1:])
    failure = None
    for directory in get_exec_path(env):
        try:
            start[0](path.join(fsdecode(directory), fsdecode(file)), *start[1:])
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            failure = failure or error
            last = error
    raise failure or last


def execl(file, *args):
    execv(file, args)


def execle(file, *args):
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    execvp(file, args)


def execlpe(file, *args):
    execvpe(file, args[:-1], args[-1])


def _spawn(mode, function, file, args, *rest):
    if not isinstance(args, (tuple, list)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    return _start(mode, function, file, args, *rest)


def _start(mode, function, *args):
    child = fork()
    if not child:
        try:
            function(*args)
        finally:
            _exit(127)
    if mode == P_NOWAIT:
        return child
    return waitstatus_to_exitcode(waitpid(child, 0)[1])


def spawnv(mode, file, args):
    return _spawn(mode, execv, file, args)


def spawnve(mode, file, args, env):
    return _spawn(mode, execve, file, args, env)


def spawnvp(mode, file, args):
    return _spawn(mode, execvp, file, args)


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)


def spawnlp(mode, file, *args):
    return spawnvp(mode, file, args)


def spawnvpe(mode, file, args, env):
    return _spawn(mode, execvpe, file, args, env)


def spawnle(mode, file, *args):
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlpe(mode, file, *args):
    return spawnvpe(mode, file, args[:-1], args[-1])


class _Popen:
    """What popen gives: the pipe's file, whose close() waits for the command."""

    def __init__(self, stream, process):
        self._stream, self._process = stream, process

    def close(self):
        self._stream.close()
        code = self._process.wait()
        return None if code == 0 else code << 8 if code > 0 else code

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode="r", buffering=-1):
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess
    if mode == "r":
        process = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE, bufsize=buffering)
        return _Popen(process.stdout, process)
    process = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE, bufsize=buffering)
    return _Popen(process.stdin, process)


for _name in ("DirEntry confstr device_encoding eventfd fork forkpty fspath fstatvfs get_terminal_size pathconf"
              " fpathconf posix_spawn posix_spawnp register_at_fork scandir sched_getparam sched_param sched_setparam"
              " sched_setscheduler statvfs sysconf times times_result uname uname_result wait3 wait4 waitid"
              " waitid_result").split():
    setattr(posix, _name, globals()[_name])
posix.environ = {fsencode(key): fsencode(value) for key, value in environ.items()}
del _name
