"""Databases of keys and values in files; of the kinds CPython knows, dbm.dumb is here."""
import io
import os
import struct
import sys

__all__ = ['open', 'whichdb', 'error']


class error(Exception):
    pass


_names = ['dbm.gnu', 'dbm.ndbm', 'dbm.dumb']
_defaultmod = None
_modules = {}
error = (error, OSError)


def open(file, flag='r', mode=0o666):
    """Opens the database in a file: flag 'r', 'w', 'c' (make one if there is none) or 'n' (a new one)."""
    global _defaultmod
    if _defaultmod is None:
        for name in _names:
            try:
                module = __import__(name, fromlist=['open'])
            except ImportError:
                continue
            if not _defaultmod:
                _defaultmod = module
            _modules[name] = module
        if not _defaultmod:
            raise ImportError('no dbm clone found; tried %s' % _names)
    kind = whichdb(file) if 'n' not in flag else None
    if kind is None:
        if 'c' not in flag and 'n' not in flag:
            raise error[0](
                "db file doesn't exist; use 'c' or 'n' flag to create a new db")
        module = _defaultmod
    elif kind == '':
        raise error[0]('db type could not be determined')
    elif kind not in _modules:
        raise error[0]('db type is {0}, but the module is not available'.format(kind))
    else:
        module = _modules[kind]
    return module.open(file, flag, mode)


def whichdb(filename):
    """The module that made the file; None where there is no file, '' where nobody knows."""
    name = os.fsdecode(filename)
    for ends, kind in ((('.pag', '.dir'), 'dbm.ndbm'), (('.db',), 'dbm.ndbm')):
        if all(os.path.exists(name + end) for end in ends):
            return kind
    try:
        os.stat(name + '.dat')
        size = os.stat(name + '.dir').st_size
        if size == 0:
            return 'dbm.dumb'
        with io.open(name + '.dir', 'rb') as file:
            if file.read(1) in (b"'", b'"'):
                return 'dbm.dumb'
    except OSError:
        pass
    try:
        with io.open(name, 'rb') as file:
            start = file.read(4)
    except OSError:
        return None
    if len(start) != 4:
        return ''
    return 'dbm.gnu' if struct.unpack('=l', start)[0] in (0x13579ace, 0x13579acd, 0x13579acf) else ''


if __name__ == '__main__':
    for filename in sys.argv[1:]:
        print(whichdb(filename) or 'UNKNOWN', filename)
