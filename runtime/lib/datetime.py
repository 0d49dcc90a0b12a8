"""Dates, times of day, time spans and time zones."""
import math as _math
import time as _time

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR, MAXYEAR = 1, 9999
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MAX_ORDINAL = 3652059
_DAY_SECONDS = 86400


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_length(year, month):
    return 29 if month == 2 and _is_leap(year) else _LENGTHS[month]


def _to_ordinal(year, month, day):
    """Days since the first of January of year 1, which is 1."""
    before = year - 1
    return (before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE[month]
            + (month > 2 and _is_leap(year)) + day)


def _from_ordinal(number):
    cycles, rest = divmod(number - 1, 146097)
    centuries, rest = divmod(rest, 36524)
    fours, rest = divmod(rest, 1461)
    years, rest = divmod(rest, 365)
    year = cycles * 400 + centuries * 100 + fours * 4 + years + 1
    if years == 4 or centuries == 4:
        return year - 1, 12, 31
    month = (rest + 50) >> 5
    before = _BEFORE[month] + (month > 2 and _is_leap(year))
    if before > rest:
        month -= 1
        before = _BEFORE[month] + (month > 2 and _is_leap(year))
    return year, month, rest - before + 1


def _index(value):
    if type(value) is int:
        return value
    import operator
    try:
        return operator.index(value)
    except TypeError:
        kind = type(value).__name__
        raise TypeError(f"'{kind}' object cannot be interpreted as an integer") from None


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _month_length(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    values = tuple([_index(value) for value in (hour, minute, second, microsecond)])
    for value, limit, name in zip(values, (23, 59, 59, 999999), ("hour", "minute", "second", "microsecond")):
        if not 0 <= value <= limit:
            raise ValueError(f"{name} must be in 0..{limit}")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return values


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")
    return zone


def _offset_text(offset, colon=":"):
    """An offset from UTC such as +01:00; empty for None."""
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign, offset = "-", -offset
    hours, rest = divmod(offset.days * _DAY_SECONDS + offset.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    text = f"{sign}{hours:02d}{colon}{minutes:02d}"
    if seconds or offset.microseconds:
        text += f"{colon}{seconds:02d}"
    if offset.microseconds:
        text += f".{offset.microseconds:06d}"
    return text


def _time_text(hour, minute, second, microsecond, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    forms = {"hours": f"{hour:02d}", "minutes": f"{hour:02d}:{minute:02d}",
             "seconds": f"{hour:02d}:{minute:02d}:{second:02d}",
             "milliseconds": f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}",
             "microseconds": f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}"}
    if timespec not in forms:
        raise ValueError("Unknown timespec value")
    return forms[timespec]


def _format(moment, format, fields):
    """strftime with %f, %z and %Z, which time.strftime does not know from a tuple."""
    pieces, at = [], 0
    while at < len(format):
        char = format[at]
        at += 1
        if char != "%" or at == len(format):
            pieces.append(char)
            continue
        letter = format[at]
        at += 1
        if letter == "f":
            pieces.append(f"{getattr(moment, 'microsecond', 0):06d}")
        elif letter == "z":
            pieces.append(_offset_text(moment.utcoffset(), "") if hasattr(moment, "utcoffset") else "")
        elif letter == "Z":
            name = moment.tzname() if hasattr(moment, "tzname") else None
            pieces.append((name or "").replace("%", "%%"))
        else:
            pieces.append("%" + letter)
    return _time.strftime("".join(pieces), fields)


class timedelta:
    """A span of time: days, seconds and microseconds."""
    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        parts = ((days, 86400000000), (seconds, 1000000), (microseconds, 1), (milliseconds, 1000), (minutes, 60000000),
                 (hours, 3600000000), (weeks, 604800000000))
        total, rest = 0, 0.0
        for (value, factor), name in zip(parts, ("days", "seconds", "microseconds", "milliseconds", "minutes", "hours",
                                                 "weeks")):
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                whole = int(value)
                total += whole * factor
                fraction = (value - whole) * factor
                total += int(fraction)
                rest += fraction - int(fraction)
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        whole = _math.floor(rest)
        total, rest = total + whole, rest - whole
        return cls._from_microseconds(total + (rest > 0.5 or (rest == 0.5 and total % 2)))

    @classmethod
    def _from_microseconds(cls, total):
        self = object.__new__(cls)
        seconds, self._microseconds = divmod(total, 1000000)
        self._days, self._seconds = divmod(seconds, _DAY_SECONDS)
        if abs(self._days) > 999999999:
            raise OverflowError(f"days={self._days}; must have magnitude <= 999999999")
        return self

    def _total(self):
        return (self._days * _DAY_SECONDS + self._seconds) * 1000000 + self._microseconds

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def total_seconds(self):
        """All of it in seconds."""
        return self._total() / 1000000

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (("days", self._days), ("seconds", self._seconds),
                                                       ("microseconds", self._microseconds)) if value]
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'s' if abs(self._days) != 1 else ''}, {text}"
        return f"{text}.{self._microseconds:06d}" if self._microseconds else text

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._from_microseconds(self._total() + other._total())

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._from_microseconds(self._total() - other._total())

    def __neg__(self):
        return timedelta._from_microseconds(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._from_microseconds(self._total() * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._from_microseconds(_nearest(self._total() * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._from_microseconds(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._from_microseconds(_nearest(self._total(), other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._from_microseconds(_nearest(self._total() * denominator, numerator))
        return NotImplemented

    def __mod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._from_microseconds(self._total() % other._total())

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self // other, self % other

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


def _nearest(a, b):
    """a / b rounded to the nearest whole number, to even in the middle."""
    quotient, rest = divmod(a, b)
    twice = 2 * rest
    above = twice > b if b > 0 else twice < b
    return quotient + 1 if above or (twice == b and quotient % 2) else quotient


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._from_microseconds(999999999 * 86400000000 + 86399999999)
timedelta.resolution = timedelta(microseconds=1)


# A pickle holds the parts as bytes: two of the year, month, day; hour, minute, second, three of the microsecond. The
# highest bit of the first part after the year is fold.

def _is_state(value, length):
    if isinstance(value, (bytes, str)) and len(value) == length:
        part = value[2] if length > 6 or length == 4 else value[0]
        part = (ord(part) if isinstance(part, str) else part) & 0x7F
        return part < 24 if length == 6 else 1 <= part <= 12
    return False


def _date_of_state(state):
    state = state.encode("latin-1") if isinstance(state, str) else state
    return state[0] * 256 + state[1], state[2] & 0x7F, state[3], state[2] >> 7


def _clock_of_state(state):
    state = state.encode("latin-1") if isinstance(state, str) else state
    return state[0] & 0x7F, state[1], state[2], int.from_bytes(state[3:6], "big"), state[0] >> 7


def _date_state(value, fold=False):
    return bytes([value._year >> 8, value._year & 0xFF, value._month | fold << 7, value._day])


def _clock_state(value):
    hour, minute, second, microsecond = value._clock
    return bytes([hour, minute, second]) + microsecond.to_bytes(3, "big")


class date:
    """A day of the calendar."""
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year, month=None, day=None):
        if month is None and _is_state(year, 4):
            year, month, day = _date_of_state(year)[:3]
        for value, name, place in ((month, "month", 2), (day, "day", 3)):
            if value is None:
                raise TypeError(f"function missing required argument '{name}' (pos {place})")
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, t):
        return cls(*_time.localtime(t)[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        if not 1 <= n <= _MAX_ORDINAL:
            raise ValueError("ordinal must be >= 1" if n < 1 else f"year {_from_ordinal(n)[0]} is out of range")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            return cls(*_read_date(date_string))
        except ValueError as error:
            if len(date_string) in (7, 8, 10) and str(error) and 'Invalid' not in str(error):
                raise
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        if not 0 < week < 54 or (week == 53 and date(year, 12, 28).isocalendar()[1] != 53):
            raise ValueError(f"Invalid week: {week}")
        if not 0 < day < 8:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls(*_from_ordinal(_week_one(year) + (week - 1) * 7 + day - 1))

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def __repr__(self):
        return f"{type(self).__module__}.{type(self).__qualname__}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        return f"{_DAYS[self.isoweekday()]} {_MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, fmt):
        return _format(self, fmt, self.timetuple())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f"must be str, not {type(fmt).__name__}")
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def timetuple(self):
        return self._fields(0, 0, 0, -1)

    def _fields(self, hour, minute, second, dst):
        day_of_year = self.toordinal() - _to_ordinal(self._year, 1, 1) + 1
        return _time.struct_time((self._year, self._month, self._day, hour, minute, second, self.weekday(), day_of_year,
                                  dst))

    def toordinal(self):
        return _to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year, today = self._year, self.toordinal()
        start = _week_one(year)
        if today < start:
            year -= 1
            start = _week_one(year)
        elif today >= _week_one(year + 1):
            year += 1
            start = _week_one(year)
        week, day = divmod(today - start, 7)
        return IsoCalendarDate((year, week + 1, day + 1))

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and isinstance(other, datetime) == isinstance(self, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other._days
        if not 0 < ordinal <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), (_date_state(self),)


class IsoCalendarDate(tuple):
    """Year, week and day of the week."""
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _week_one(year):
    """The ordinal of the Monday of the first week."""
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _number(text):
    if not text.isascii() or not text.isdigit():
        raise ValueError(f"Invalid number {text!r}")
    return int(text)


def _read_date(text):
    """Year, month and day of an ISO text."""
    year, rest = _number(text[:4]), text[4:]
    dash = rest[:1] == "-"
    rest = rest[dash:]
    if rest[:1] == "W":
        week, rest = _number(rest[1:3]), rest[3:]
        if rest and dash:
            if rest[0] != "-":
                raise ValueError("Invalid isoformat string")
            rest = rest[1:]
        made = date.fromisocalendar(year, week, _number(rest) if rest else 1)
        return made._key()
    if len(rest) != (5 if dash else 4) or (dash and rest[2] != "-"):
        raise ValueError("Invalid isoformat string")
    return year, _number(rest[:2]), _number(rest[3:] if dash else rest[2:])


class tzinfo:
    """The base of time zones."""
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, dst = dt.utcoffset(), dt.dst()
        if offset is None or dst is None:
            raise ValueError("fromutc: non-None utcoffset() and dst() results required")
        if offset - dst:
            dt += offset - dst
            dst = dt.dst()
        return dt + dst


class timezone(tzinfo):
    """A fixed distance from UTC."""
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        if name is None and not offset and hasattr(cls, "utc"):
            return cls.utc
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        name = f", {self._name!r}" if self._name is not None else ""
        return f"datetime.timezone({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def __reduce__(self):
        return timezone, (self._offset,) if self._name is None else (self._offset, self._name)


timezone.utc = UTC = timezone(timedelta(0))
timezone.min, timezone.max = timezone(-timedelta(hours=23, minutes=59)), timezone(timedelta(hours=23, minutes=59))


def _read_time(text):
    """Hour, minute, second, microsecond and zone of an ISO text."""
    zone = None
    for place, char in enumerate(text):
        if char in "+-Zz" and place:
            tail = text[place:]
            text = text[:place]
            if tail in ("Z", "z"):
                zone = UTC
            else:
                hour, minute, second, microsecond = _read_clock(tail[1:])
                offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
                zone = timezone(-offset if char == "-" else offset)
            break
    return (*_read_clock(text), zone)


def _read_clock(text):
    values = [0, 0, 0, 0]
    colon = text[2:3] == ":"
    at = 0
    for part in range(3):
        values[part] = _number(text[at:at + 2])
        if len(text[at:at + 2]) != 2:
            raise ValueError("Invalid isoformat string")
        at += 2
        if at == len(text):
            return values
        if text[at] in ".,":
            break
        if colon:
            if text[at] != ":":
                raise ValueError("Invalid isoformat string")
            at += 1
    if part != 2 or text[at:at + 1] not in (".", ","):
        raise ValueError("Invalid isoformat string")
    values[3] = int(str(_number(text[at + 1:])).zfill(len(text) - at - 1)[:6].ljust(6, "0"))
    return values


class time:
    """A time of day."""
    __slots__ = ("_clock", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if type(hour) in (bytes, str) and _is_state(hour, 6):
            tzinfo = minute or None
            hour, minute, second, microsecond, fold = _clock_of_state(hour)
        self = object.__new__(cls)
        self._clock = _check_time(hour, minute, second, microsecond, fold)
        self._tzinfo, self._fold = _check_zone(tzinfo), fold
        return self

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            return cls(*_read_time(time_string.removeprefix("T")))
        except ValueError as error:
            if 'must be in' in str(error):
                raise
            raise ValueError(f'Invalid isoformat string: {time_string!r}') from None

    hour = property(lambda self: self._clock[0])
    minute = property(lambda self: self._clock[1])
    second = property(lambda self: self._clock[2])
    microsecond = property(lambda self: self._clock[3])
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def isoformat(self, timespec="auto"):
        return _time_text(*self._clock, timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    def __repr__(self):
        shown = list(self._clock)
        while len(shown) > 2 and not shown[-1]:
            shown.pop()
        text = ", ".join(str(value) for value in shown)
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return f"{type(self).__module__}.{type(self).__qualname__}({text})"

    def strftime(self, fmt):
        return _format(self, fmt, _time.struct_time((1900, 1, 1, *self._clock[:3], 0, 1, -1)))

    __format__ = date.__format__

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        clock = [old if new is None else new for old, new in zip(self._clock, (hour, minute, second, microsecond))]
        return type(self)(*clock, self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _key(self, other):
        """What is compared: the clock, moved to UTC where the zones differ; None for a zone against none."""
        mine, theirs = self.utcoffset(), other.utcoffset()
        if mine == theirs:
            return self._clock, other._clock
        if mine is None or theirs is None:
            return None
        return tuple([(one._clock[0] * 60 + one._clock[1] - offset.total_seconds() / 60, one._clock[2:])
                      for one, offset in ((self, mine), (other, theirs))])

    def _compare(self, other, test):
        if not isinstance(other, time):
            return NotImplemented
        keys = self._key(other)
        if keys is None:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return test(*keys)

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        keys = self._key(other)
        return keys is not None and keys[0] == keys[1]

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __hash__(self):
        offset = self.utcoffset()
        if not offset:
            return hash(self._clock)
        hour, minute, second, microsecond = self._clock
        return hash(timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond) - offset)

    def __reduce_ex__(self, protocol):
        state = _clock_state(self)
        if self._fold and protocol > 3:
            state = bytes([state[0] | 0x80]) + state[1:]
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


time.min, time.max, time.resolution = time(0, 0), time(23, 59, 59, 999999), timedelta(microseconds=1)
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)


class datetime(date):
    """A day and a time of day."""
    __slots__ = ("_clock", "_tzinfo", "_fold")

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if type(year) in (bytes, str) and _is_state(year, 10):
            tzinfo = month
            state = year
            year, month, day, fold = _date_of_state(state)
            hour, minute, second, microsecond, _ = _clock_of_state(state[4:])
        self = date.__new__(cls, year, month, day)
        self._clock = _check_time(hour, minute, second, microsecond, fold)
        self._tzinfo, self._fold = _check_zone(tzinfo), fold
        return self

    hour = property(lambda self: self._clock[0])
    minute = property(lambda self: self._clock[1])
    second = property(lambda self: self._clock[2])
    microsecond = property(lambda self: self._clock[3])
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        made = cls._of_timestamp(timestamp, _time.localtime if tz is None else _time.gmtime, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls._of_timestamp(t, _time.gmtime, None)

    @classmethod
    def _of_timestamp(cls, timestamp, convert, zone):
        fraction, whole = _math.modf(timestamp)
        microseconds = round(fraction * 1e6)
        if not 0 <= microseconds < 1000000:
            step = 1 if microseconds >= 1000000 else -1
            whole, microseconds = whole + step, microseconds - step * 1000000
        year, month, day, hour, minute, second, *_ = convert(int(whole))
        return cls(year, month, day, hour, minute, min(second, 59), microseconds, zone)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, *time._clock, time._tzinfo if tzinfo is True else tzinfo,
                   fold=time._fold)

    @classmethod
    def fromordinal(cls, n):
        return cls.combine(date.fromordinal(n), time())

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        end = _date_end(date_string)
        try:
            day = _read_date(date_string[:end])
            clock = _read_time(date_string[end + 1:]) if len(date_string) > end else ()
            return cls(*day, *clock)
        except ValueError as error:
            if 'must be in' in str(error) or 'out of range' in str(error):
                raise
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None

    @classmethod
    def strptime(cls, date_string, format):
        import _strptime
        fields, microsecond, offset = _strptime.parse(date_string, format)
        zone = None if offset is None else timezone(timedelta(seconds=offset[0], microseconds=offset[1]))
        return cls(*fields[:6], microsecond, zone)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(*self._clock, fold=self._fold)

    def timetz(self):
        return time(*self._clock, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        old = (self._year, self._month, self._day, *self._clock)
        new = (year, month, day, hour, minute, second, microsecond)
        return type(self)(*[before if after is None else after for before, after in zip(old, new)],
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def timetuple(self):
        dst = self.dst()
        return self._fields(*self._clock[:3], -1 if dst is None else int(bool(dst)))

    def utctimetuple(self):
        moved = self - (self.utcoffset() or timedelta(0))
        return moved._fields(*moved._clock[:3], 0)

    def timestamp(self):
        """Seconds since 1970 in UTC."""
        if self._tzinfo is None:
            return _time.mktime(self._fields(*self._clock[:3], -1)) + self._clock[3] / 1e6
        return (self - _EPOCH).total_seconds()

    def astimezone(self, tz=None):
        _check_zone(tz)
        offset = self.utcoffset()
        if offset is None:
            offset = self._local_zone()._offset
        elif tz is self._tzinfo:
            return self
        utc = self.replace(tzinfo=None) - offset
        if tz is None:
            tz = utc.replace(tzinfo=UTC)._local_zone()
        return tz.fromutc(utc.replace(tzinfo=tz))

    def _local_zone(self):
        """The machine's zone at this moment."""
        local = _time.localtime(self.timestamp())
        return timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)

    def ctime(self):
        hour, minute, second, _ = self._clock
        return (f"{_DAYS[self.isoweekday()]} {_MONTHS[self._month]} {self._day:2d} "
                f"{hour:02d}:{minute:02d}:{second:02d} {self._year:04d}")

    def isoformat(self, sep='T', timespec='auto'):
        return date.isoformat(self) + sep + _time_text(*self._clock, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        shown = [self._year, self._month, self._day, *self._clock]
        while len(shown) > 5 and not shown[-1]:
            shown.pop()
        text = ", ".join(str(value) for value in shown)
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return f"{type(self).__module__}.{type(self).__qualname__}({text})"

    def _microseconds(self):
        hour, minute, second, microsecond = self._clock
        return ((self.toordinal() * 24 + hour) * 60 + minute) * 60000000 + second * 1000000 + microsecond

    def _difference(self, other):
        """Microseconds between two moments; None for a zone against none."""
        mine, theirs = self.utcoffset(), other.utcoffset()
        difference = self._microseconds() - other._microseconds()
        if mine == theirs:
            return difference
        if mine is None or theirs is None:
            return None
        return difference - mine._total() + theirs._total()

    def _compare(self, other, test):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError(f"can't compare {type(self).__module__}.{type(self).__qualname__} to "
                                f"{type(other).__module__}.{type(other).__qualname__}")
            return NotImplemented
        difference = self._difference(other)
        if difference is None:
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return test(difference)

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        return self._difference(other) == 0

    def __lt__(self, other):
        return self._compare(other, lambda difference: difference < 0)

    def __le__(self, other):
        return self._compare(other, lambda difference: difference <= 0)

    def __gt__(self, other):
        return self._compare(other, lambda difference: difference > 0)

    def __ge__(self, other):
        return self._compare(other, lambda difference: difference >= 0)

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._microseconds() - (0 if offset is None else offset._total()))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        days, rest = divmod(self._microseconds() + other._total(), 86400000000)
        if not 0 < days <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        seconds, microsecond = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        return type(self)(*_from_ordinal(days), *divmod(minutes, 60), second, microsecond, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._difference(other)
        if difference is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._from_microseconds(difference)

    def __reduce_ex__(self, protocol):
        state = _date_state(self, self._fold and protocol > 3) + _clock_state(self)
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _date_end(text):
    """Where the date ends in an ISO text of date and time."""
    if text[4:5] == "-":
        if text[5:6] == "W":
            return 10 if text[8:9] == "-" else 8
        return 10
    if text[4:5] == "W":
        return 8 if text[7:8].isdigit() else 7
    return 8


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
