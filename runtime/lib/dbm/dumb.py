"""A database in two files: .dat has the values, .dir a line for each key that says where its value stands."""
import ast
import collections.abc
import io
import os

__all__ = ['error', 'open']

_BLOCKSIZE = 512
error = OSError


class _Database(collections.abc.MutableMapping):
    def __init__(self, filebasename, mode, flag='c'):
        self._mode = mode
        self._readonly = flag == 'r'
        base = os.fsencode(filebasename)
        self._dirfile, self._datfile, self._bakfile = base + b'.dir', base + b'.dat', base + b'.bak'
        self._index = None
        self._create(flag)
        self._update(flag)

    def _create(self, flag):
        if flag == 'n':
            for name in (self._datfile, self._bakfile, self._dirfile):
                try:
                    os.remove(name)
                except OSError:
                    pass
        try:
            io.open(self._datfile, 'r', encoding='Latin-1').close()
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with io.open(self._datfile, 'w', encoding='Latin-1'):
                self._chmod(self._datfile)

    def _update(self, flag):
        self._modified = False
        self._index = {}
        try:
            file = io.open(self._dirfile, 'r', encoding='Latin-1')
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with io.open(self._dirfile, 'w', encoding='Latin-1'):
                self._chmod(self._dirfile)
        else:
            with file:
                for line in file:
                    key, place = ast.literal_eval(line.rstrip())
                    self._index[key.encode('Latin-1')] = place

    def _commit(self):
        if self._index is None or not self._modified:
            return
        for change in (lambda: os.unlink(self._bakfile), lambda: os.rename(self._dirfile, self._bakfile)):
            try:
                change()
            except OSError:
                pass
        with io.open(self._dirfile, 'w', encoding='Latin-1') as file:
            self._chmod(self._dirfile)
            for key, place in self._index.items():
                file.write('%r, %r\n' % (key.decode('Latin-1'), place))

    sync = _commit

    def _verify_open(self):
        if self._index is None:
            raise error('DBM object has already been closed')

    def _key(self, key):
        return key.encode('utf-8') if isinstance(key, str) else key

    def __getitem__(self, key):
        self._verify_open()
        place, size = self._index[self._key(key)]
        with io.open(self._datfile, 'rb') as file:
            file.seek(place)
            return file.read(size)

    def __setitem__(self, key, val):
        if self._readonly:
            raise error('The database is opened for reading only')
        key = self._key(key)
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError('keys must be bytes or strings')
        val = self._key(val)
        if not isinstance(val, (bytes, bytearray)):
            raise TypeError('values must be bytes or strings')
        self._verify_open()
        self._modified = True
        if key not in self._index:
            self._index[key] = self._add(val)
            with io.open(self._dirfile, 'a', encoding='Latin-1') as file:
                self._chmod(self._dirfile)
                file.write('%r, %r\n' % (key.decode('Latin-1'), self._index[key]))
            return
        place, size = self._index[key]
        # A value that fits into the blocks of the one before goes there.
        if -(-len(val) // _BLOCKSIZE) <= -(-size // _BLOCKSIZE):
            with io.open(self._datfile, 'rb+') as file:
                file.seek(place)
                file.write(val)
            self._index[key] = place, len(val)
        else:
            self._index[key] = self._add(val)

    def _add(self, val):
        with io.open(self._datfile, 'rb+') as file:
            end = file.seek(0, 2)
            place = -(-end // _BLOCKSIZE) * _BLOCKSIZE
            file.write(b'\0' * (place - end) + val)
        return place, len(val)

    def __delitem__(self, key):
        if self._readonly:
            raise error('The database is opened for reading only')
        self._verify_open()
        self._modified = True
        del self._index[self._key(key)]
        self._commit()

    def keys(self):
        try:
            return list(self._index)
        except TypeError:
            raise error('DBM object has already been closed') from None

    def items(self):
        self._verify_open()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        try:
            return self._key(key) in self._index
        except TypeError:
            if self._index is None:
                raise error('DBM object has already been closed') from None
            raise

    def iterkeys(self):
        try:
            return iter(self._index)
        except TypeError:
            raise error('DBM object has already been closed') from None

    __iter__ = iterkeys

    def __len__(self):
        try:
            return len(self._index)
        except TypeError:
            raise error('DBM object has already been closed') from None

    def close(self):
        """Writes what has changed; nothing can be asked after that."""
        try:
            self._commit()
        finally:
            self._index = self._datfile = self._dirfile = self._bakfile = None

    __del__ = close

    def _chmod(self, file):
        os.chmod(file, self._mode)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(file, flag='c', mode=0o666):
    """Opens the database in FILE.dat and FILE.dir."""
    mask = os.umask(0)
    os.umask(mask)
    if flag not in ('r', 'w', 'c', 'n'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(file, mode & ~mask, flag=flag)
