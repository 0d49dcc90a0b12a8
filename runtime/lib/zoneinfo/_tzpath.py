# Where the files of time zones are.
import os

TZPATH = ()


def _default():
    return ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo')


def reset_tzpath(to=None):
    """Sets the folders: those given, those of PYTHONTZPATH, or the usual ones."""
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f'tzpath must be a list or tuple, not {type(to)}, with value {to!r}')
        if not all(map(os.path.isabs, to)):
            raise ValueError('tzpaths must be absolute: ' + repr([path for path in to if not os.path.isabs(path)]))
        TZPATH = tuple(to)
        return
    text = os.environ.get('PYTHONTZPATH')
    if text is None:
        TZPATH = _default()
    else:
        paths = text.split(os.pathsep) if text else []
        wrong = [path for path in paths if not os.path.isabs(path)]
        if wrong:
            import warnings
            warnings.warn('Invalid paths specified in PYTHONTZPATH environment variable. Paths must be absolute but '
                          f'found the following relative paths:\n    {", ".join(map(repr, wrong))}',
                          InvalidTZPathWarning, stacklevel=3)
        TZPATH = tuple([path for path in paths if os.path.isabs(path)])


def find_tzfile(key):
    """The path of a zone's file, None if there is none."""
    _validate_key(key)
    for folder in TZPATH:
        path = os.path.join(folder, key)
        if os.path.isfile(path):
            return path
    return None


def _validate_key(key):
    if os.path.isabs(key):
        raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
    normal = os.path.normpath(key)
    if len(normal) != len(key):
        raise ValueError(f'ZoneInfo keys must be normalized relative paths, got: {key}')
    if os.path.normpath(os.path.join('_', normal))[:2] != '_' + os.sep:
        raise ValueError(f'ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}')


def available_timezones():
    """The names of all zones in these folders."""
    found = set()
    for root in TZPATH:
        for folder, _, names in os.walk(root):
            inner = os.path.relpath(folder, root)
            if inner.split(os.sep)[0] in ('posix', 'right'):
                continue
            for name in names:
                path = os.path.join(folder, name)
                key = os.path.relpath(path, root)
                if key not in found:
                    try:
                        with open(path, 'rb') as file:
                            if file.read(4) == b'TZif':
                                found.add(key)
                    except OSError:
                        pass
    found.discard('posixrules')
    return found


class InvalidTZPathWarning(RuntimeWarning):
    """A folder of PYTHONTZPATH cannot be used."""


reset_tzpath()
