"""Time zones by their names, from the files of the system."""
import weakref
from collections import OrderedDict
from datetime import datetime, tzinfo

from zoneinfo import _rules, _tzpath
from zoneinfo._tzpath import InvalidTZPathWarning, available_timezones, reset_tzpath

__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError',
           'InvalidTZPathWarning']


class ZoneInfoNotFoundError(KeyError):
    """There is no zone of that name."""


for _each in (InvalidTZPathWarning, ZoneInfoNotFoundError):
    _each.__module__ = 'zoneinfo._tzpath' if _each is InvalidTZPathWarning else 'zoneinfo._common'

_NONE = _rules.Kind(0, 0, None)
_NONE.utcoff = _NONE.dstoff = None


class ZoneInfo(tzinfo):
    """A time zone. The same name gives the same object."""

    _strong_cache_size = 8
    _strong_cache = OrderedDict()
    _weak_cache = weakref.WeakValueDictionary()
    __module__ = 'zoneinfo'

    def __init_subclass__(cls):
        cls._strong_cache, cls._weak_cache = OrderedDict(), weakref.WeakValueDictionary()

    def __new__(cls, key):
        instance = cls._weak_cache.get(key)
        if instance is None:
            instance = cls._weak_cache.setdefault(key, cls._new_instance(key))
            instance._from_cache = True
        cls._strong_cache[key] = cls._strong_cache.pop(key, instance)
        if len(cls._strong_cache) > cls._strong_cache_size:
            cls._strong_cache.popitem(last=False)
        return instance

    @classmethod
    def no_cache(cls, key):
        """A new object, whatever there is already."""
        made = cls._new_instance(key)
        made._from_cache = False
        return made

    @classmethod
    def _new_instance(cls, key):
        made = super().__new__(cls)
        made._key = key
        path = _tzpath.find_tzfile(key)
        made._file_path = path
        if path is not None:
            file = open(path, 'rb')
        else:
            file = _packaged_file(key)
        with file:
            made._load(file)
        return made

    @classmethod
    def from_file(cls, fobj, /, key=None):
        """A zone of an open file."""
        made = super().__new__(cls)
        made._key, made._file_path, made._from_cache = key, None, False
        made._load(fobj)
        made._file_repr = repr(fobj)
        return made

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        if only_keys is not None:
            for key in only_keys:
                cls._weak_cache.pop(key, None)
                cls._strong_cache.pop(key, None)
        else:
            cls._weak_cache.clear()
            cls._strong_cache.clear()

    @property
    def key(self):
        return self._key

    def _load(self, file):
        transitions, numbers, kinds, last = _rules.load_data(file)
        parts = _rules.summer_parts(numbers, kinds)
        offsets = [offset for offset, _, _ in kinds]
        self._kinds = [_rules.Kind(offset, part, name) for (offset, _, name), part in zip(kinds, parts)]
        self._transitions, self._numbers = transitions, numbers
        # Before the first transition holds the first kind that is not summer time.
        self._before = next((kind for kind, (_, dst, _) in zip(self._kinds, kinds) if not dst),
                            self._kinds[0] if self._kinds else _NONE)
        self._walls = _rules.wall_times(transitions, numbers, offsets, self._before.offset)
        if last:
            self._rule = _rules.Rule(last.decode())
        else:
            self._rule = None
            if not self._kinds and not transitions:
                raise ValueError('No time zone information found.')
        self._after = self._kinds[numbers[-1]] if numbers else self._before
        rest = self._after if self._rule is None else self._rule.standard
        self._fixed = ((self._rule is None or self._rule.summer is None) and len(self._kinds) <= 1
                       and all(kind.key() == rest.key() for kind in self._kinds))

    def _at(self, dt):
        """The kind at a datetime by the clock on the wall."""
        if dt is None:
            if self._fixed:
                return self._after if self._rule is None else self._rule.standard
            return _NONE
        seconds = _rules.seconds_of(dt)
        walls = self._walls[dt.fold]
        place = _rules.find_place(walls, seconds)
        if place >= len(self._transitions):
            return self._after if self._rule is None else self._rule.at_wall(seconds, dt.year, dt.fold)
        return self._before if place == 0 else self._kinds[self._numbers[place - 1]]

    def utcoffset(self, dt):
        return self._at(dt).utcoff

    def dst(self, dt):
        return self._at(dt).dstoff

    def tzname(self, dt):
        return self._at(dt).name

    def fromutc(self, dt):
        """The time here of a datetime of UTC that has this zone."""
        if not isinstance(dt, datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        seconds = _rules.seconds_of(dt)
        count = len(self._transitions)
        if count and seconds < self._transitions[-1]:
            place = _rules.find_place(self._transitions, seconds)
            kind, fold = self._in_table(place, seconds)
        elif self._rule is None or count == 1 and seconds < self._transitions[0]:
            kind, fold = self._in_table(count, seconds)
        else:
            kind, fold = self._rule.at_utc(seconds, dt.year)
            if count and not fold:
                fold = self._in_table(count, seconds)[1]
        result = dt + kind.utcoff
        return result.replace(fold=1) if fold else result

    def _in_table(self, place, seconds):
        """(the kind behind a transition, whether the time on the wall is the second of its name)."""
        if place == 0:
            return self._before, 0
        kind = self._kinds[self._numbers[place - 1]]
        before = self._before if place == 1 else self._kinds[self._numbers[place - 2]]
        back = before.offset - kind.offset
        return kind, int(back > seconds - self._transitions[place - 1])

    def __str__(self):
        return f'{self._key}' if self._key is not None else repr(self)

    def __repr__(self):
        name = f'{self.__class__.__module__}.{self.__class__.__qualname__}'
        if self._key is not None:
            return f'{name}(key={self._key!r})'
        return f'{name}.from_file({self._file_repr})'

    def __reduce__(self):
        if self._key is None or self._file_path is None and not self._from_cache and hasattr(self, '_file_repr'):
            return self._file_reduce()
        return self.__class__._unpickle, (self._key, self._from_cache)

    def _file_reduce(self):
        import pickle
        raise pickle.PicklingError('Cannot pickle a ZoneInfo file created from a file stream.')

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        return cls(key) if from_cache else cls.no_cache(key)


def _packaged_file(key):
    """The file of the zone in the package tzdata, if that is installed."""
    import importlib
    import os
    parts = key.split('/')
    try:
        package = importlib.import_module('.'.join(['tzdata', 'zoneinfo', *parts[:-1]]))
        for folder in package.__path__:
            path = os.path.join(folder, parts[-1])
            if os.path.isfile(path):
                return open(path, 'rb')
    except (ImportError, UnicodeEncodeError):
        pass
    raise ZoneInfoNotFoundError(f'No time zone found with key {key}')


def __getattr__(name):
    if name == 'TZPATH':
        return _tzpath.TZPATH
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__():
    return sorted([*globals(), 'TZPATH'])
