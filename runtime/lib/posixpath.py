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


def _slash(path):
    return b"/" if isinstance(path, bytes) else "/"


def isabs(path):
    path = fspath(path)
    return path.startswith(_slash(path))


def join(first, *rest):
    path = fspath(first)
    slash = _slash(path)
    for part in map(fspath, rest):
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
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
        here = posix.getcwd()
        path = join(here.encode() if isinstance(path, bytes) else here, path)
    return normpath(path)


def realpath(path, *, strict=False):
    path = fspath(path)
    if strict:
        posix.stat(path)
    found = posix._realpath(path)
    if found is not None:
        return found.encode() if isinstance(path, bytes) else found
    head, tail = split(abspath(path))
    return join(realpath(head), tail) if tail else abspath(path)


def relpath(path, start=curdir):
    wanted = [part for part in abspath(path).split(sep) if part]
    base = [part for part in abspath(start).split(sep) if part]
    common = 0
    for left, right in zip(wanted, base):
        if left != right:
            break
        common += 1
    return join(*[pardir] * (len(base) - common), *wanted[common:]) if wanted[common:] or base[common:] else curdir


def expanduser(path):
    path = fspath(path)
    if not path.startswith("~"):
        return path
    end = path.find("/")
    end = len(path) if end < 0 else end
    if end != 1:
        return path
    home = posix._environ.get("HOME", "/root").rstrip("/")
    return (home + path[end:]) or "/"


def expandvars(path):
    import os
    path = fspath(path)
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
        while end < len(path) and (path[end] != "}" if braced else path[end].isalnum() or path[end] == "_"):
            end += 1
        name = path[at + 1 + braced:end]
        end += braced
        result += os.environ.get(name, path[at:end])
        at = end
    return result


def commonprefix(paths):
    if not paths:
        return ""
    low, high = min(paths), max(paths)
    for i, character in enumerate(low):
        if character != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    split_paths = [[part for part in path.split(sep) if part and part != curdir] for path in map(fspath, paths)]
    if not split_paths:
        raise ValueError("commonpath() arg is an empty sequence")
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
    return realpath(path) == "/"


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
