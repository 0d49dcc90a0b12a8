# Numbers in memory that processes share: Value and Array, by the type codes of array.
import mmap
import os
import struct

from . import context, reduction

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']

_CODES = 'cbBhHiIlLqQfd'


class _Memory:
    """Zeroed memory, shared with children: those of a fork have it anyhow, others get the file it is."""

    def __init__(self, size):
        self._open(os.memfd_create('multiprocessing') if hasattr(os, 'memfd_create') else _unnamed_file(), size, True)

    def _open(self, fd, size, fresh):
        self.fd, self.size = fd, size
        if fresh:
            os.ftruncate(fd, max(size, 1))
        self.mapping = mmap.mmap(fd, max(size, 1))
        self.view = memoryview(self.mapping)[:size]

    def __reduce__(self):
        context.assert_spawning(self)
        return _rebuild_memory, (reduction.DupFd(self.fd), self.size)

    def __del__(self):
        try:
            os.close(self.fd)
        except (AttributeError, OSError):
            pass


def _unnamed_file():
    import tempfile
    folder = '/dev/shm' if os.path.isdir('/dev/shm') else None
    fd, name = tempfile.mkstemp(prefix='pym-', dir=folder)
    os.unlink(name)
    return fd


def _rebuild_memory(handle, size):
    memory = _Memory.__new__(_Memory)
    memory._open(handle.detach(), size, False)
    return memory


def _code_of(typecode):
    if not isinstance(typecode, str) or typecode not in _CODES or len(typecode) != 1:
        raise TypeError(f'this type has no size: {typecode!r}' if not isinstance(typecode, str)
                        else f'unknown type code {typecode!r}')
    return typecode


class _RawValue:
    def __init__(self, typecode, memory):
        self._code, self._memory = typecode, memory
        self._items = memory.view.cast(typecode)

    @property
    def value(self):
        return self._items[0]

    @value.setter
    def value(self, value):
        self._items[0] = value

    def __reduce__(self):
        return _RawValue, (self._code, self._memory)

    def __repr__(self):
        return f'<shared value {self.value!r}>'


class _RawArray:
    def __init__(self, typecode, length, memory):
        self._code, self._length, self._memory = typecode, length, memory
        self._items = memory.view.cast(typecode)

    def __len__(self):
        return self._length

    def __getitem__(self, key):
        items = self._items[key]
        if isinstance(key, slice):
            return bytes(self._memory.view[key]) if self._code == 'c' else items.tolist()
        return items

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            places = range(*key.indices(self._length))
            value = list(value)
            if len(value) != len(places):
                raise ValueError('Can only assign sequence of same size')
            for place, each in zip(places, value):
                self._items[place] = bytes((each,)) if self._code == 'c' and isinstance(each, int) else each
        else:
            self._items[key] = value

    def __iter__(self):
        for i in range(self._length):
            yield self._items[i]

    def __reduce__(self):
        return _RawArray, (self._code, self._length, self._memory)

    def __getattr__(self, name):
        if name == 'value' and self._code == 'c':
            return bytes(self._memory.view).split(b'\0', 1)[0]
        if name == 'raw' and self._code == 'c':
            return bytes(self._memory.view)
        raise AttributeError(f'shared array has no attribute {name!r}')

    def _set_text(self, value):
        if len(value) > self._length:
            raise ValueError('byte string too long')
        self._memory.view[:len(value)] = value
        if len(value) < self._length:
            self._memory.view[len(value)] = 0

    def __setattr__(self, name, value):
        if name in ('value', 'raw'):
            self._set_text(value)
        else:
            super().__setattr__(name, value)

    def __repr__(self):
        return f'<shared array {self[:]!r}>'


def RawValue(typecode_or_type, *args):
    code = _code_of(typecode_or_type)
    value = _RawValue(code, _Memory(struct.calcsize(code)))
    if args:
        value.value = args[0]
    return value


def RawArray(typecode_or_type, size_or_initializer):
    code = _code_of(typecode_or_type)
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError('Array length must be >= 0')
        return _RawArray(code, size_or_initializer, _Memory(struct.calcsize(code) * size_or_initializer))
    items = list(size_or_initializer)
    array = _RawArray(code, len(items), _Memory(struct.calcsize(code) * len(items)))
    array[:] = items
    return array


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A number, with a lock unless that is False."""
    return _with_lock(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """An array of numbers, with a lock unless that is False."""
    return _with_lock(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _with_lock(obj, lock, ctx):
    if lock is False:
        return obj
    if lock in (True, None):
        lock = (ctx or context._default_context.get_context()).RLock()
    if not hasattr(lock, 'acquire'):
        raise AttributeError('%r has no method \'acquire\'' % lock)
    return synchronized(obj, lock)


def copy(obj):
    if isinstance(obj, _RawValue):
        return RawValue(obj._code, obj.value)
    return RawArray(obj._code, list(obj))


def synchronized(obj, lock=None, ctx=None):
    assert not isinstance(obj, SynchronizedBase), 'object already synchronized'
    kind = Synchronized if isinstance(obj, _RawValue) else SynchronizedString if obj._code == 'c' else SynchronizedArray
    return kind(obj, lock, ctx)


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or (ctx or context._default_context.get_context()).RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        context.assert_spawning(self)
        return type(self), (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return '<%s wrapper for %s>' % (type(self).__name__, self._obj)


def _locked_attribute(name):
    def get(self):
        with self._lock:
            return getattr(self._obj, name)

    def put(self, value):
        with self._lock:
            setattr(self._obj, name, value)

    return property(get, put)


class Synchronized(SynchronizedBase):
    value = _locked_attribute('value')


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value


class SynchronizedString(SynchronizedArray):
    value = _locked_attribute('value')
    raw = _locked_attribute('raw')
