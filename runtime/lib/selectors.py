"""Waiting for many files: one interface over select, poll and epoll."""
import math
import select
from abc import ABCMeta, abstractmethod
from collections import namedtuple

EVENT_READ, EVENT_WRITE = 1, 2
SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])


def _descriptor(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if fd < 0:
        raise ValueError(f"Invalid file descriptor: {fd}")
    return fd


class _KeyMap:
    """What get_map() gives: file objects to keys, as they are now."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def __getitem__(self, fileobj):
        try:
            return self._selector._keys[self._selector._lookup(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    def get(self, fileobj, default=None):
        try:
            return self[fileobj]
        except KeyError:
            return default

    def __contains__(self, fileobj):
        return self.get(fileobj) is not None

    def __iter__(self):
        return iter(self._selector._keys)

    def keys(self):
        return self._selector._keys.keys()

    def values(self):
        return self._selector._keys.values()

    def items(self):
        return self._selector._keys.items()


class BaseSelector(metaclass=ABCMeta):
    """Files, the events wanted of each, and waiting for them."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        raise NotImplementedError

    def close(self):
        pass

    def get_key(self, fileobj):
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError("Selector is closed")
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    @abstractmethod
    def get_map(self):
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _Selector(BaseSelector):
    def __init__(self):
        self._keys = {}
        self._map = _KeyMap(self)

    def _lookup(self, fileobj):
        """The descriptor; of one closed meanwhile the one it was registered with."""
        try:
            return _descriptor(fileobj)
        except ValueError:
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        key = SelectorKey(fileobj, self._lookup(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        self._add(key.fd, events)
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        try:
            key = self._keys.pop(self._lookup(fileobj))
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None
        self._remove(key.fd)
        return key

    def modify(self, fileobj, events, data=None):
        try:
            key = self._keys[self._lookup(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None
        if events != key.events:
            self._change(key.fd, events)
        if events != key.events or data != key.data:
            key = self._keys[key.fd] = key._replace(events=events, data=data)
        return key

    def select(self, timeout=None):
        try:
            happened = self._wait(timeout)
        except InterruptedError:
            return []
        ready = []
        for fd, events in happened:
            key = self._keys.get(fd)
            if key and events & key.events:
                ready.append((key, events & key.events))
        return ready

    def close(self):
        self._keys.clear()
        self._map = None

    def get_map(self):
        return self._map


class SelectSelector(_Selector):
    """With select.select."""

    def __init__(self):
        super().__init__()
        self._readers, self._writers = set(), set()

    def _add(self, fd, events):
        if events & EVENT_READ:
            self._readers.add(fd)
        if events & EVENT_WRITE:
            self._writers.add(fd)

    def _remove(self, fd):
        self._readers.discard(fd)
        self._writers.discard(fd)

    def _change(self, fd, events):
        self._remove(fd)
        self._add(fd, events)

    def _wait(self, timeout):
        timeout = None if timeout is None else max(timeout, 0)
        readers, writers, _ = select.select(self._readers, self._writers, [], timeout)
        readers, writers = set(readers), set(writers)
        return [(fd, (fd in readers and EVENT_READ) | (fd in writers and EVENT_WRITE)) for fd in readers | writers]


class _PollLike(_Selector):
    """What poll and epoll have in common."""

    def __init__(self):
        super().__init__()
        self._selector = self._selector_cls()

    def _bits(self, events):
        return (events & EVENT_READ and self._READ) | (events & EVENT_WRITE and self._WRITE)

    def _add(self, fd, events):
        self._selector.register(fd, self._bits(events))

    def _remove(self, fd):
        try:
            self._selector.unregister(fd)
        except OSError:
            pass  # closed before: the system has forgotten it

    def _change(self, fd, events):
        try:
            self._selector.modify(fd, self._bits(events))
        except BaseException:
            self._keys.pop(fd, None)
            raise

    def _wait(self, timeout):
        happened = self._selector.poll(self._limit(timeout), *self._most())
        return [(fd, (bits & ~self._READ and EVENT_WRITE) | (bits & ~self._WRITE and EVENT_READ))
                for fd, bits in happened]

    def _most(self):
        return ()


class PollSelector(_PollLike):
    """With select.poll."""
    _selector_cls, _READ, _WRITE = select.poll, select.POLLIN, select.POLLOUT

    def _limit(self, timeout):
        return None if timeout is None else max(0, math.ceil(timeout * 1e3))


class EpollSelector(_PollLike):
    """With select.epoll."""
    _selector_cls, _READ, _WRITE = select.epoll, select.EPOLLIN, select.EPOLLOUT

    def fileno(self):
        return self._selector.fileno()

    def _limit(self, timeout):
        return -1 if timeout is None else max(0, math.ceil(timeout * 1e3) * 1e-3)

    def _most(self):
        return (max(len(self._keys), 1),)

    def close(self):
        self._selector.close()
        super().close()


DefaultSelector = EpollSelector
