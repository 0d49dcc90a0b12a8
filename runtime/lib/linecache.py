"""Lines of source files, read once."""
import os
import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}  # file name -> (size, time of change, lines, full name)


def clearcache():
    """Forgets everything."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """One line, with its line break; empty where there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    """All lines of a file."""
    known = cache.get(filename)
    if known is not None and len(known) != 1:
        return known[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forgets files that changed since they were read."""
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        size, changed, _, full_name = entry
        try:
            status = os.stat(full_name)
        except OSError:
            cache.pop(name, None)
            continue
        if size != status.st_size or changed != status.st_mtime:
            cache.pop(name, None)


def _find(filename):
    """The path of a file: as it is, or below a directory of sys.path."""
    if os.path.exists(filename):
        return filename
    if os.path.isabs(filename):
        return None
    for directory in sys.path:
        if isinstance(directory, str):
            path = os.path.join(directory, filename)
            if os.path.exists(path):
                return path
    return None


def updatecache(filename, module_globals=None):
    """Reads a file anew."""
    cache.pop(filename, None)
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return []
    path = _find(filename)
    if path is None:
        return _from_loader(filename, module_globals)
    try:
        with _open(path) as file:
            lines = file.readlines()
        status = os.stat(path)
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = (status.st_size, status.st_mtime, lines, path)
    return lines


def _open(path):
    """The file, in the encoding its first lines name."""
    with open(path, 'rb') as file:
        start = file.read(200)
    if b'coding' not in start:
        return open(path, encoding='utf-8')
    import tokenize
    return tokenize.open(path)


def _from_loader(filename, module_globals):
    """The lines of a module that is no file: its loader may have them."""
    if not lazycache(filename, module_globals):
        return []
    try:
        source = cache[filename][0]()
    except (ImportError, OSError):
        return []
    if source is None:
        cache.pop(filename, None)
        return []
    lines = [line + '\n' for line in source.splitlines()]
    cache[filename] = len(source), None, lines, filename
    return lines


def lazycache(filename, module_globals):
    """Whether the lines can be had from the loader of the module with those globals, when they are asked for."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return False
    if not module_globals or '__name__' not in module_globals:
        return False
    spec = module_globals.get('__spec__')
    name = getattr(spec, 'name', None) or module_globals['__name__']
    loader = getattr(spec, 'loader', None) or module_globals.get('__loader__')
    get_source = getattr(loader, 'get_source', None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True
