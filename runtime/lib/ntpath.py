"""The paths of Windows as texts, on any system. What looks at files asks this system."""
import functools
import os
import re
import stat
from genericpath import (commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, samefile,
                         sameopenfile, samestat)

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix",
           "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount",
           "expanduser", "expandvars", "normpath", "abspath", "curdir", "pardir", "sep", "pathsep", "defpath",
           "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "samefile",
           "sameopenfile", "samestat", "commonpath"]

curdir, pardir, extsep, sep, altsep, pathsep = ".", "..", ".", "\\", "/", ";"
defpath, devnull = ".;C:\\bin", "nul"
supports_unicode_filenames = False
_SHARE = re.compile(r"\\\\(?:\?\\UNC\\)?[^\\]*(?:\\[^\\]*)?", re.IGNORECASE)
_VARIABLE = re.compile(r"'[^']*(?:'|\Z)|%%|\$\$|%(?P<percent>[^%]*)(?P<end>%|\Z)|"
                       r"\$\{(?P<brace>[^}]*)(?P<close>\}|\Z)|\$(?P<plain>[A-Za-z0-9_-]+)")


def _either(function):
    """The function of texts, for bytes too."""
    @functools.wraps(function)
    def call(*paths):
        given = list(map(os.fspath, paths))
        is_bytes = any(isinstance(each, bytes) for each in given)
        if is_bytes and any(isinstance(each, str) for each in given):
            raise TypeError("Can't mix strings and bytes in path components")
        if is_bytes:
            given = map(os.fsdecode, given)
        result = function(*given)
        if not is_bytes:
            return result
        if isinstance(result, tuple):
            return tuple(map(os.fsencode, result))
        return os.fsencode(result) if isinstance(result, str) else result
    return call


def _plain(path):
    return path.replace(altsep, sep)


@_either
def normcase(s):
    return _plain(s).lower()


@_either
def isabs(s):
    start = _plain(s[:3])
    return start.startswith(sep) or start.startswith(":\\", 1)


@_either
def splitdrive(p):
    share = _SHARE.match(_plain(p))
    end = share.end() if share else 2 if p[1:2] == ":" else 0
    return p[:end], p[end:]


def _is_sep(character):
    return character == sep or character == altsep


@_either
def join(path, *paths):
    drive, rest = splitdrive(path)
    for each in paths:
        new_drive, new = splitdrive(each)
        if _is_sep(new[:1]):
            drive, rest = new_drive or drive, new
        elif new_drive and new_drive.lower() != drive.lower():
            drive, rest = new_drive, new
        else:
            drive = new_drive or drive
            rest += new if not rest or _is_sep(rest[-1]) else sep + new
    between = sep if rest and drive and not _is_sep(rest[0]) and drive[-1] != ":" else ""
    return drive + between + rest


@_either
def split(p):
    drive, rest = splitdrive(p)
    end = _plain(rest).rfind(sep) + 1
    head = rest[:end]
    return drive + (head.rstrip("\\/") or head), rest[end:]


@_either
def splitext(p):
    start = _plain(p).rfind(sep) + 1
    name = p[start:]
    dot = name.rfind(".")
    if dot < 0 or not name[:dot].strip("."):
        return p, ""
    return p[:start + dot], name[dot:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def islink(path):
    try:
        return stat.S_ISLNK(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def lexists(path):
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


@_either
def ismount(path):
    drive, rest = splitdrive(abspath(path))
    return rest == sep or bool(drive and _is_sep(drive[0]) and not rest)


@_either
def expanduser(path):
    if not path.startswith("~"):
        return path
    end = (_plain(path) + sep).find(sep)
    user, current = path[1:end], os.environ.get("USERNAME")
    if "USERPROFILE" in os.environ:
        home = os.environ["USERPROFILE"]
    elif "HOMEPATH" in os.environ:
        home = join(os.environ.get("HOMEDRIVE", ""), os.environ["HOMEPATH"])
    else:
        return path
    if user and user != current:
        if current != basename(home):
            return path
        home = join(dirname(home), user)
    return home + path[end:]


def _value(found):
    text = found[0]
    if text[0] == "'" or found["end"] == "" or found["close"] == "":
        return text
    name = next((found[kind] for kind in ("percent", "brace", "plain") if found[kind] is not None), None)
    return text[0] if name is None else os.environ.get(name, text)


@_either
def expandvars(path):
    return _VARIABLE.sub(_value, path)


@_either
def normpath(path):
    drive, rest = splitdrive(_plain(path))
    root = sep if rest.startswith(sep) else ""
    parts = []
    for each in rest.split(sep):
        if each == pardir and parts and parts[-1] != pardir:
            parts.pop()
        elif each and each != curdir and not (each == pardir and not parts and (drive + root).endswith(sep)):
            parts.append(each)
    return drive + root + sep.join(parts) or curdir


@_either
def abspath(path):
    return normpath(path if isabs(path) else join(os.getcwd(), path))


def realpath(path):
    return abspath(path)


def _pieces(path):
    return [each for each in path.split(sep) if each and each != curdir]


def relpath(path, start=None):
    return _relative(path, start) if start is not None else _relative(path)


@_either
def _relative(path, start=""):
    if not path:
        raise ValueError("no path specified")
    (start_drive, start_rest), (drive, rest) = (splitdrive(abspath(normpath(each))) for each in (start or curdir, path))
    if normcase(start_drive) != normcase(drive):
        raise ValueError(f"path is on mount {drive!r}, start on mount {start_drive!r}")
    base, wanted = _pieces(start_rest), _pieces(rest)
    common = len(_shared([[each.lower() for each in parts] for parts in (base, wanted)]))
    steps = [pardir] * (len(base) - common) + wanted[common:]
    return join(*steps) if steps else curdir


def _shared(lists):
    """What all the lists begin with."""
    first, last = min(lists), max(lists)
    return first[:next((at for at, (one, other) in enumerate(zip(first, last)) if one != other), len(first))]


@_either
def _common(*paths):
    split = [splitdrive(_plain(path).lower()) for path in paths]
    if len({rest[:1] == sep for _, rest in split}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    if len({drive for drive, _ in split}) != 1:
        raise ValueError("Paths don't have the same drive")
    drive, rest = splitdrive(_plain(paths[0]))
    shared = _shared([_pieces(each) for _, each in split])
    return drive + sep * rest.startswith(sep) + sep.join(_pieces(rest)[:len(shared)])


def commonpath(paths):
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    return _common(*paths)
