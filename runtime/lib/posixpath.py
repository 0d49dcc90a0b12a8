"""os.path: paths as texts."""
import posix

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'split', 'splitext', 'basename', 'dirname', 'commonprefix',
           'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir', 'isfile', 'ismount',
           'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile', 'sameopenfile', 'samestat', 'curdir',
           'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath',
           'supports_unicode_filenames', 'relpath', 'commonpath']

curdir, pardir, sep, pathsep, extsep = ".", "..", "/", ":", "."
altsep, devnull, defpath = None, "/dev/null", "/bin:/usr/bin"
supports_unicode_filenames = False
_AS_NAMES = "utf-8", "surrogateescape"


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        method = type(path).__fspath__
    except AttributeError:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__) from None
    text = method(path)
    if isinstance(text, (str, bytes)):
        return text
    raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(text).__name__}")


def _check_kinds(function, *paths):
    """Raises the TypeError that says what is wrong with the paths, where something is."""
    kinds = set()
    for path in paths:
        if not isinstance(path, (str, bytes)):
            raise TypeError(f"{function}() argument must be str, bytes, or os.PathLike object, not "
                            f"{type(path).__name__!r}") from None
        kinds.add(isinstance(path, str))
    if len(kinds) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


def _as_text(function, path, *others):
    """function of paths that are bytes, worked out as text."""
    return function(*(each.decode(*_AS_NAMES) for each in (path, *others))).encode(*_AS_NAMES)


def _slash(path):
    return b"/" if isinstance(path, bytes) else "/"


def isabs(path):
    path = fspath(path)
    return path.startswith(_slash(path))


def join(first, *rest):
    path = fspath(first)
    slash = _slash(path)
    try:
        for part in map(fspath, rest):
            if part.startswith(slash):
                path = part
            elif not path or path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError):
        _check_kinds("join", path, *rest)
        raise
    return path


def split(path):
    path = fspath(path)
    slash = _slash(path)
    cut = path.rfind(slash) + 1
    head, tail = path[:cut], path[cut:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    path = fspath(path)
    dot = b"." if isinstance(path, bytes) else "."
    start = path.rfind(_slash(path)) + 1
    cut = path.rfind(dot)
    if cut <= start or path[start:cut].count(dot) == cut - start:
        return path, path[:0]
    return path[:cut], path[cut:]


def splitdrive(path):
    path = fspath(path)
    return path[:0], path


def normcase(path):
    return fspath(path)


def normpath(path):
    return posix._path_normpath(fspath(path))


def abspath(path):
    path = fspath(path)
    if not isabs(path):
        path = join(posix.getcwdb() if isinstance(path, bytes) else posix.getcwd(), path)
    return normpath(path)


def _follow(base, rest, seen, strict):
    """What follows base, which has no links in it, with all links followed; and whether none led back to itself.
    seen: where the links on the way lead, None while that is being found out."""
    if rest.startswith(sep):
        base = sep
    parts = [part for part in rest.split(sep) if part and part != curdir]
    for index, part in enumerate(parts, 1):
        if part == pardir:
            base = dirname(base)
            continue
        place = join(base, part)
        if not _is_link(place, strict):
            base = place
        elif seen.get(place):
            base = seen[place]
        elif place in seen:
            if strict:
                posix.stat(place)
            return join(place, *parts[index:]), False
        else:
            seen[place] = None
            base, ended = _follow(base, posix.readlink(place), seen, strict)
            if not ended:
                return join(base, *parts[index:]), False
            seen[place] = base
    return base, True


def _is_link(path, strict=False):
    try:
        return posix.lstat(path).st_mode & 0o170000 == 0o120000
    except OSError:
        if strict:
            raise
        return False


def realpath(path, *, strict=False):
    path = fspath(path)
    if isinstance(path, bytes):
        return realpath(path.decode(*_AS_NAMES), strict=strict).encode(*_AS_NAMES)
    return posix._realpath(path) or normpath(_follow(posix.getcwd(), path, {}, strict)[0])


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    path = fspath(path)
    if isinstance(path, bytes) or start is not None and isinstance(fspath(start), bytes):
        start = b"." if start is None else fspath(start)
        _check_kinds("relpath", path, start)
        return _as_text(relpath, path, start)
    start = curdir if start is None else fspath(start)
    wanted = [part for part in abspath(path).split(sep) if part]
    base = [part for part in abspath(start).split(sep) if part]
    common = 0
    for left, right in zip(wanted, base):
        if left != right:
            break
        common += 1
    return join(*[pardir] * (len(base) - common), *wanted[common:]) if wanted[common:] or base[common:] else curdir


def expanduser(path):
    import os
    path = fspath(path)
    if isinstance(path, bytes):
        return expanduser(path.decode(*_AS_NAMES)).encode(*_AS_NAMES)
    if not path.startswith("~"):
        return path
    user, slash, rest = path[1:].partition(sep)
    home = _home(os, user)
    return path if home is None else (home.rstrip(sep) + slash + rest) or sep


def _home(os, user):
    if not user and "HOME" in os.environ:
        return os.environ["HOME"]
    import pwd
    try:
        return (pwd.getpwnam(user) if user else pwd.getpwuid(os.getuid())).pw_dir
    except KeyError:
        return None


def expandvars(path):
    import os
    path = fspath(path)
    if isinstance(path, bytes):
        return _as_text(expandvars, path)
    if "$" not in path:
        return path
    result, at = "", 0
    while at < len(path):
        if path[at] != "$":
            result += path[at]
            at += 1
            continue
        braced = path[at + 1:at + 2] == "{"
        end = at + 1 + braced
        while end < len(path) and (path[end] != "}" if braced else path[end].isascii() and (
                path[end].isalnum() or path[end] == "_")):
            end += 1
        if braced and end == len(path):
            return result + path[at:]  # nothing closes it
        name = path[at + 1 + braced:end]
        end += braced
        result += os.environ.get(name, path[at:end])
        at = end
    return result


def commonprefix(paths):
    if not paths:
        return ""
    if not isinstance(paths[0], (list, tuple)):
        paths = tuple(map(fspath, paths))
    low, high = min(paths), max(paths)
    for i, character in enumerate(low):
        if character != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = tuple(map(fspath, paths))
    if not all(isinstance(path, str) for path in paths):
        _check_kinds("commonpath", *paths)
        return commonpath([path.decode(*_AS_NAMES) for path in paths]).encode(*_AS_NAMES)
    split_paths = [[part for part in path.split(sep) if part and part != curdir] for path in paths]
    if len({isabs(path) for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    return (sep if isabs(paths[0]) else "") + sep.join(commonprefix(split_paths))


def _mode(path, function=posix.stat):
    try:
        return function(path).st_mode
    except (OSError, ValueError):
        return 0


def exists(path):
    return _mode(path) != 0


def lexists(path):
    return _mode(path, posix.lstat) != 0


def isfile(path):
    return _mode(path) & 0o170000 == 0o100000


def isdir(path):
    return _mode(path) & 0o170000 == 0o040000


def islink(path):
    return _mode(path, posix.lstat) & 0o170000 == 0o120000


def ismount(path):
    try:
        here = posix.lstat(path)
        if here.st_mode & 0o170000 == 0o120000:
            return False
        path = fspath(path)
        above = posix.lstat(realpath(join(path, b".." if isinstance(path, bytes) else "..")))
    except (OSError, ValueError):
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def getsize(path):
    return posix.stat(path).st_size


def getmtime(path):
    return posix.stat(path).st_mtime


def getatime(path):
    return posix.stat(path).st_atime


def getctime(path):
    return posix.stat(path).st_ctime


def samestat(first, second):
    return first.st_ino == second.st_ino and first.st_dev == second.st_dev


def sameopenfile(fp1, fp2):
    """Whether two descriptors are of the same file."""
    return samestat(posix.fstat(fp1), posix.fstat(fp2))


def samefile(first, second):
    return samestat(posix.stat(first), posix.stat(second))
