"""Times read from text by a format: what time.strptime and datetime.strptime need. A format becomes a regular
expression; what its groups found becomes the fields of a time."""
import calendar
import locale
import re
import time
from _thread import allocate_lock
from datetime import date, timedelta, timezone
from re import IGNORECASE

_MOST_KEPT = _CACHE_MAX_SIZE = 5
_WEEKDAYS_OF_ISO = "('%A', '%a', '%w', or '%u')."


def _getlang():
    return locale.getlocale(locale.LC_TIME)


class LocaleTime:
    """The names and formats of the locale."""

    LC_date_time, LC_date, LC_time = "%a %b %d %H:%M:%S %Y", "%m/%d/%y", "%H:%M:%S"

    def __init__(self):
        self.lang = _getlang()
        self.a_weekday = [calendar.day_abbr[day].lower() for day in range(7)]
        self.f_weekday = [calendar.day_name[day].lower() for day in range(7)]
        self.a_month = [calendar.month_abbr[month].lower() for month in range(13)]
        self.f_month = [calendar.month_name[month].lower() for month in range(13)]
        self.am_pm = ["am", "pm"]
        self.tzname, self.daylight = time.tzname, time.daylight
        summer = frozenset({self.tzname[1].lower()}) if self.daylight else frozenset()
        self.timezone = frozenset({"utc", "gmt", self.tzname[0].lower()}), summer


class TimeRE(dict):
    """The regular expression of each directive."""

    def __init__(self, locale_time=None):
        self.locale_time = names = locale_time or LocaleTime()
        weeks = r"(?P<%s>5[0-3]|[0-4]\d|\d)"
        super().__init__({
            "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})",
            "H": r"(?P<H>2[0-3]|[0-1]\d|\d)", "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])", "G": r"(?P<G>\d\d\d\d)",
            "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
            "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
            "U": weeks % "U", "W": weeks % "W", "w": r"(?P<w>[0-6])", "u": r"(?P<u>[1-7])",
            "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)", "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)",
            "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))",
            "A": self._any_of(names.f_weekday, "A"), "a": self._any_of(names.a_weekday, "a"),
            "B": self._any_of(names.f_month[1:], "B"), "b": self._any_of(names.a_month[1:], "b"),
            "p": self._any_of(names.am_pm, "p"),
            "Z": self._any_of((name for zones in names.timezone for name in zones), "Z"), "%": "%"})
        self["c"], self["x"], self["X"] = map(self.pattern, (names.LC_date_time, names.LC_date, names.LC_time))

    @staticmethod
    def _any_of(names, directive):
        """A group for one of the names, the longest first; nothing where there are only empty names."""
        names = sorted(names, key=len, reverse=True)
        if not any(names):
            return ""
        return f"(?P<{directive}>{'|'.join(map(re.escape, names))})"

    def pattern(self, format):
        """The regular expression of a format."""
        format = re.sub(r"\s+", r"\\s+", re.sub(r"([\\.^$*+?(){}\[\]|])", r"\\\1", format))
        result, at = [], format.find("%")
        while at >= 0:
            result += format[:at], self[format[at + 1]]
            format = format[at + 2:]
            at = format.find("%")
        return "".join(result) + format

    def compile(self, format):
        return re.compile(self.pattern(format), IGNORECASE)


_cache_lock = allocate_lock()
_TimeRE_cache = TimeRE()
_regex_cache = {}


def _compiled(format):
    """The expression of a format and the names that it is about."""
    global _TimeRE_cache, _regex_cache
    with _cache_lock:
        names = _TimeRE_cache.locale_time
        if _getlang() != names.lang or time.tzname != names.tzname or time.daylight != names.daylight:
            _TimeRE_cache = TimeRE()
            _regex_cache.clear()
            names = _TimeRE_cache.locale_time
        if len(_regex_cache) > _CACHE_MAX_SIZE:
            _regex_cache.clear()
        found = _regex_cache.get(format)
        if not found:
            try:
                found = _TimeRE_cache.compile(format)
            except KeyError as error:  # the directive is none
                wrong = error.args[0]
                wrong = "%" if wrong == "\\" else wrong
                raise ValueError(f"'{wrong}' is a bad directive in format '{format}'") from None
            except IndexError:
                raise ValueError(f"stray % in format '{format}'") from None
            _regex_cache[format] = found
        return found, names


def _calc_julian_from_U_or_W(year, week_of_year, day_of_week, week_starts_Mon):
    """The day of the year that a week and a weekday name."""
    first = date(year, 1, 1).weekday()
    if not week_starts_Mon:
        first, day_of_week = (first + 1) % 7, (day_of_week + 1) % 7
    if week_of_year == 0:
        return 1 + day_of_week - first
    return 1 + (7 - first) % 7 + 7 * (week_of_year - 1) + day_of_week


class _Fields:
    """What the groups of a format found."""

    def __init__(self, found, names):
        self.iso_year = self.year = self.week = self.week_directive = self.iso_week = None
        self.month = self.day = 1
        self.hour = self.minute = self.second = self.fraction = 0
        self.zone, self.offset, self.offset_fraction = -1, None, 0
        self.weekday = self.day_of_year = None
        self.names, self.found = names, found
        for directive, text in found.items():
            getattr(self, "_" + directive)(text)

    def _y(self, text):
        self.year = int(text) + (2000 if int(text) <= 68 else 1900)

    def _Y(self, text):
        self.year = int(text)

    def _G(self, text):
        self.iso_year = int(text)

    def _m(self, text):
        self.month = int(text)

    def _B(self, text):
        self.month = self.names.f_month.index(text.lower())

    def _b(self, text):
        self.month = self.names.a_month.index(text.lower())

    def _d(self, text):
        self.day = int(text)

    def _H(self, text):
        self.hour = int(text)

    def _I(self, text):
        afternoon = self.found.get("p", "").lower() == self.names.am_pm[1]
        self.hour = int(text) % 12 + 12 * afternoon

    def _p(self, text):
        pass

    def _M(self, text):
        self.minute = int(text)

    def _S(self, text):
        self.second = int(text)

    def _f(self, text):
        self.fraction = int(text.ljust(6, "0"))

    def _A(self, text):
        self.weekday = self.names.f_weekday.index(text.lower())

    def _a(self, text):
        self.weekday = self.names.a_weekday.index(text.lower())

    def _w(self, text):
        self.weekday = (int(text) - 1) % 7

    def _u(self, text):
        self.weekday = int(text) - 1

    def _j(self, text):
        self.day_of_year = int(text)

    def _U(self, text):
        self.week, self.week_directive = int(text), "U"

    def _W(self, text):
        self.week, self.week_directive = int(text), "W"

    def _V(self, text):
        self.iso_week = int(text)

    def _z(self, text):
        if text == "Z":
            self.offset = 0
            return
        whole, _, fraction = text[1:].partition(".")
        if ":" in whole and len(whole) not in (5, 8):
            raise ValueError(f"Inconsistent use of : in {text}")
        digits = whole.replace(":", "")
        if ":" in whole[3:] and whole[2] != ":":
            raise ValueError(f"Inconsistent use of : in {text}")
        sign = -1 if text[0] == "-" else 1
        self.offset = sign * (int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:] or 0))
        self.offset_fraction = sign * int(fraction.ljust(6, "0"))

    def _Z(self, text):
        for number, names in enumerate(self.names.timezone):
            if text.lower() in names:
                # where both names are one, nobody knows which is meant
                same = time.tzname[0] == time.tzname[1]
                if same and time.daylight and text.lower() not in ("utc", "gmt"):
                    break
                self.zone = number
                break

    def check_iso(self):
        if self.iso_year is not None:
            if self.day_of_year is not None:
                raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                                 "Use '%Y' instead.")
            if self.iso_week is None or self.weekday is None:
                raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                                 "directive " + _WEEKDAYS_OF_ISO)
        elif self.iso_week is not None:
            if self.year is None or self.weekday is None:
                raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                                 "directive " + _WEEKDAYS_OF_ISO)
            raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year "
                             "'%G' instead.")

    def settle(self):
        """Makes year, month, day, weekday and the day of the year agree."""
        leap_day = self.year is None and self.month == 2 and self.day == 29
        if self.year is None:
            self.year = 1904 if leap_day else 1900
        if self.day_of_year is None and self.weekday is not None:
            if self.week is not None:
                self.day_of_year = _calc_julian_from_U_or_W(self.year, self.week, self.weekday,
                                                            self.week_directive == "W")
            elif self.iso_year is not None and self.iso_week is not None:
                day = date.fromisocalendar(self.iso_year, self.iso_week, self.weekday + 1)
                self.year, self.month, self.day = day.year, day.month, day.day
                self.day_of_year = day.toordinal() - date(self.year, 1, 1).toordinal() + 1
            if self.day_of_year is not None and self.day_of_year <= 0:
                self.year -= 1
                self.day_of_year += 365 + calendar.isleap(self.year)
        if self.day_of_year is None:
            day = date(self.year, self.month, self.day)
            self.day_of_year = day.toordinal() - date(self.year, 1, 1).toordinal() + 1
        else:
            day = date.fromordinal(self.day_of_year - 1 + date(self.year, 1, 1).toordinal())
            self.year, self.month, self.day = day.year, day.month, day.day
        if self.weekday is None:
            self.weekday = day.weekday()
        if leap_day:
            self.year = 1900


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """(the fields of a struct_time, microseconds, microseconds of the zone's offset)"""
    for number, value in enumerate((data_string, format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {number} must be str, not {type(value)}")
    expression, names = _compiled(format)
    match = expression.match(data_string)
    if not match:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    if len(data_string) != match.end():
        raise ValueError(f"unconverted data remains: {data_string[match.end():]}")
    found = match.groupdict()
    fields = _Fields(found, names)
    fields.check_iso()
    fields.settle()
    shown = (fields.year, fields.month, fields.day, fields.hour, fields.minute, fields.second, fields.weekday,
             fields.day_of_year, fields.zone, found.get("Z"), fields.offset)
    return shown, fields.fraction, fields.offset_fraction


def parse_time(text, format="%a %b %d %H:%M:%S %Y"):
    """What time.strptime makes a struct_time of."""
    return _strptime(text, format)[0]


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    return time.struct_time(parse_time(data_string, format))


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    """What cls.strptime(text, format) gives, for a class of datetimes."""
    fields, fraction, offset_fraction = _strptime(data_string, format)
    name, offset = fields[-2:]
    if offset is None:
        return cls(*fields[:6], fraction)
    difference = timedelta(seconds=offset, microseconds=offset_fraction)
    return cls(*fields[:6], fraction, timezone(difference, name) if name else timezone(difference))
