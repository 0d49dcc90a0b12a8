"""Where modules of the machine and of the user lie. This VM puts none of these folders on sys.path by itself."""
import builtins
import io
import os
import sys

PREFIXES = [sys.prefix, sys.exec_prefix]
ENABLE_USER_SITE = False
USER_SITE = None
USER_BASE = None


def makepath(*paths):
    """(absolute path, the same with letters as the system compares them)"""
    path = os.path.abspath(os.path.join(*paths))
    return path, os.path.normcase(path)


def removeduppaths():
    """Makes the entries of sys.path absolute and each one there once; the set of them."""
    known, kept = set(), []
    for path in sys.path:
        path, as_compared = makepath(path)
        if as_compared not in known:
            kept.append(path)
            known.add(as_compared)
    sys.path[:] = kept
    return known


def addpackage(sitedir, name, known_paths):
    """Reads a .pth file: folders to add, and lines of import."""
    if known_paths is None:
        known_paths = _known_paths()
    try:
        with open(os.path.join(sitedir, name), encoding='utf-8') as lines:
            for number, line in enumerate(map(str.rstrip, lines), 1):
                if line and not line.startswith('#') and not _follow(sitedir, name, number, line, known_paths):
                    break
    except OSError:
        pass
    return known_paths


def _follow(sitedir, name, number, line, known_paths):
    try:
        if line.startswith(('import ', 'import\t')):
            exec(line)
        else:
            folder, as_compared = makepath(sitedir, line)
            if as_compared not in known_paths and os.path.exists(folder):
                sys.path.append(folder)
                known_paths.add(as_compared)
        return True
    except Exception:
        import traceback
        print(f'Error processing line {number:d} of {os.path.join(sitedir, name)}:\n', file=sys.stderr)
        for text in traceback.format_exc().splitlines():
            print('  ' + text, file=sys.stderr)
        print('\nRemainder of file ignored', file=sys.stderr)
        return False


def _known_paths():
    return {makepath(path)[1] for path in sys.path if path}


def addsitedir(sitedir, known_paths=None):
    """Adds a folder to sys.path, and what its .pth files name."""
    if known_paths is None:
        known_paths, given = _known_paths(), False
    else:
        given = True
    sitedir, as_compared = makepath(sitedir)
    if as_compared not in known_paths:
        sys.path.append(sitedir)
        known_paths.add(as_compared)
    try:
        names = sorted(name for name in os.listdir(sitedir) if name.endswith('.pth'))
    except OSError:
        return None
    for name in names:
        addpackage(sitedir, name, known_paths)
    return known_paths if given else None


def getuserbase():
    """The folder of what the user has installed."""
    global USER_BASE
    if USER_BASE is None:
        USER_BASE = os.environ.get('PYTHONUSERBASE') or os.path.expanduser(os.path.join('~', '.local'))
    return USER_BASE


def getusersitepackages():
    """The folder of modules that the user has installed."""
    global USER_SITE
    if USER_SITE is None:
        USER_SITE = f'{getuserbase()}/lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages'
    return USER_SITE


def getsitepackages(prefixes=None):
    """The folders of modules that the machine has installed."""
    version = f'python{sys.version_info[0]}.{sys.version_info[1]}'
    folders = [os.path.join(prefix, 'lib', version, 'site-packages') for prefix in prefixes or PREFIXES if prefix]
    return list(dict.fromkeys(folders))


def main():
    """Makes the entries of sys.path absolute."""
    removeduppaths()


def _script():
    print('sys.path = [')
    for folder in sys.path:
        print('    %r,' % (folder,))
    print(']')
    for name, path in (('USER_BASE', getuserbase()), ('USER_SITE', getusersitepackages())):
        print(f'{name}: {path!r} ({"exists" if os.path.isdir(path) else "doesn" + chr(39) + "t exist"})')
    print(f'ENABLE_USER_SITE: {ENABLE_USER_SITE!r}')


if __name__ == '__main__':
    _script()
