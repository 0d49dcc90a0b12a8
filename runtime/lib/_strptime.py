"""Times read from text by a format: what time.strptime and datetime.strptime need. English names only."""

_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december"]
_NUMBERS = {  # directive: most digits, lowest, highest
    "d": (2, 1, 31), "H": (2, 0, 23), "I": (2, 1, 12), "j": (3, 1, 366), "m": (2, 1, 12), "M": (2, 0, 59),
    "S": (2, 0, 61), "w": (1, 0, 6), "u": (1, 1, 7), "y": (2, 0, 99, True), "U": (2, 0, 53), "W": (2, 0, 53),
    "V": (2, 1, 53),
}
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S",
          "R": "%H:%M"}
_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day_number(year, month, day):
    """Days since the first of January of the year 1, which counts as 1."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE_MONTH[month - 1] + day
    return days + (month > 2 and _is_leap(year))


def _from_day_number(number):
    year = number * 400 // 146097
    while _day_number(year + 1, 1, 1) <= number:
        year += 1
    while _day_number(year, 1, 1) > number:
        year -= 1
    month = 12
    while _day_number(year, month, 1) > number:
        month -= 1
    return year, month, number - _day_number(year, month, 1) + 1


class _Mismatch(Exception):
    pass


class _Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0
        self.found = {}

    def number(self, most, low, high, exact=False):
        for count in range(most, 0, -1):
            part = self.text[self.at:self.at + count]
            if len(part) == count and part.isdigit() and low <= int(part) <= high:
                if exact and count < most:
                    break
                self.at += count
                return int(part)
        raise _Mismatch

    def name(self, names):
        rest = self.text[self.at:].lower()
        for number in sorted(range(len(names)), key=lambda number: -len(names[number])):
            if names[number] and rest.startswith(names[number]):
                self.at += len(names[number])
                return number
        raise _Mismatch

    def spaces(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        if self.at == start:
            raise _Mismatch

    def literal(self, character):
        if self.text[self.at:self.at + 1].lower() != character.lower():
            raise _Mismatch
        self.at += 1

    def zone_offset(self):
        rest = self.text[self.at:]
        if rest[:1] == "Z":
            self.at += 1
            return 0, 0
        sign = {"+": 1, "-": -1}.get(rest[:1])
        if sign is None:
            raise _Mismatch
        self.at += 1
        hours = self.number(2, 0, 99, exact=True)
        colon = self.text[self.at:self.at + 1] == ":"
        self.at += colon
        seconds = hours * 3600 + self.number(2, 0, 59, exact=True) * 60
        fraction = 0
        if self.text[self.at:self.at + 1] == ":" if colon else self.text[self.at:self.at + 2].isdigit():
            self.at += colon
            seconds += self.number(2, 0, 59, exact=True)
            if self.text[self.at:self.at + 1] == ".":
                self.at += 1
                fraction = self.fraction()
        return sign * seconds, sign * fraction

    def fraction(self):
        start = self.at
        while self.at < len(self.text) and self.at - start < 6 and self.text[self.at].isdigit():
            self.at += 1
        if start == self.at:
            raise _Mismatch
        return int(self.text[start:self.at].ljust(6, "0"))

    def directive(self, code):
        found = self.found
        if code in _NUMBERS:
            found[code] = self.number(*_NUMBERS[code])
        elif code == "Y":
            found["Y"] = self.number(4, 0, 9999, exact=True)
        elif code == "G":
            found["G"] = self.number(4, 0, 9999, exact=True)
        elif code == "f":
            found["f"] = self.fraction()
        elif code in "aA":
            found["weekday"] = self.name([day[:3] for day in _DAYS] if code == "a" else _DAYS)
        elif code in "bBh":
            found["m"] = 1 + self.name(_MONTHS if code == "B" else [month[:3] for month in _MONTHS])
        elif code == "p":
            found["p"] = self.name(["am", "pm"])
        elif code == "z":
            found["z"] = self.zone_offset()
        elif code == "Z":
            import time
            zones = ["utc", "gmt", time.tzname[0].lower(), time.tzname[1].lower()]
            start = self.at
            found["zone"] = zones[self.name(zones)]
            found["zone name"] = self.text[start:self.at]
        else:
            self.literal(code)


def _expand(format):
    for code, whole in _WHOLE.items():
        format = format.replace("%" + code, whole)
    return format


def _check(format):
    at = format.find("%")
    while at >= 0:
        code = format[at + 1:at + 2]
        if not code:
            raise ValueError(f"stray % in format '{format}'")
        if code not in "aAbBcdfGhHIjmMpSuUVwWxXyYzZ%DTR":
            raise ValueError(f"'{code}' is a bad directive in format '{format}'")
        at = format.find("%", at + 2)


def _read(text, format):
    _check(format)
    reader = _Reader(text)
    expanded = _expand(format)
    at = 0
    try:
        while at < len(expanded):
            character = expanded[at]
            at += 1
            if character == "%":
                reader.directive(expanded[at])
                at += 1
            elif character.isspace():
                while at < len(expanded) and expanded[at].isspace():
                    at += 1
                reader.spaces()
            else:
                reader.literal(character)
    except _Mismatch:
        raise ValueError(f"time data {text!r} does not match format {format!r}") from None
    if reader.at < len(text):
        raise ValueError(f"unconverted data remains: {text[reader.at:]}")
    return reader.found


def _year(found):
    if "Y" in found:
        return found["Y"]
    if "y" in found:
        return found["y"] + (2000 if found["y"] <= 68 else 1900)
    return None


def _hour(found):
    hour = found.get("H", 0)
    if "I" in found:
        hour = found["I"] % 12 + (12 if found.get("p") == 1 else 0)
    return hour


def _weekday(found):
    if "weekday" in found:
        return found["weekday"]
    if "w" in found:
        return (found["w"] - 1) % 7
    if "u" in found:
        return found["u"] - 1
    return None


def _day_of_year(found, year, weekday):
    """What week numbers say; None when they say nothing."""
    if "V" in found and "G" in found and weekday is not None:
        first = _day_number(found["G"], 1, 4)
        monday = first - (first + 6) % 7
        return found["G"], monday + (found["V"] - 1) * 7 + weekday - _day_number(found["G"], 1, 1) + 1
    for code, shift in (("U", 1), ("W", 0)):
        if code in found and weekday is not None and year is not None:
            day = (weekday + shift) % 7
            first = (_day_number(year, 1, 1) + 6 + shift) % 7
            start = (7 - first) % 7
            if found[code] == 0:
                return year, 1 + day - first
            return year, 1 + start + 7 * (found[code] - 1) + day
    return None


def parse(text, format):
    """The fields of a struct_time, microseconds, and the zone's offset as (seconds, microseconds, name) or None."""
    for value, place in ((text, 0), (format, 1)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {place} must be str, not {type(value)}")
    found = _read(text, format)
    year, weekday = _year(found), _weekday(found)
    month, day, number = found.get("m", 1), found.get("d", 1), found.get("j")
    leap_day = year is None and month == 2 and day == 29
    week = _day_of_year(found, year, weekday) if number is None else None
    if week:
        year, number = week
    shown_year = 1904 if leap_day else 1900 if year is None else year
    if number is not None and "m" not in found:
        shown_year, month, day = _from_day_number(_day_number(shown_year, 1, 1) + number - 1)
    elif day > 28 and day > _length_of(shown_year, month):
        raise ValueError("day is out of range for month")
    ordinal = _day_number(shown_year, month, day)
    if number is None or "m" in found:
        number = ordinal - _day_number(shown_year, 1, 1) + 1
    if weekday is None:
        weekday = (ordinal + 6) % 7
    if leap_day:
        shown_year = 1900
    zone = 0 if found.get("zone") in ("utc", "gmt") else -1
    fields = (shown_year, month, day, _hour(found), found.get("M", 0), found.get("S", 0), weekday, number, zone)
    offset = found.get("z")
    return fields, found.get("f", 0), offset and (*offset, found.get("zone name"))


def _length_of(year, month):
    if month == 2:
        return 28 + _is_leap(year)
    return 30 if month in (4, 6, 9, 11) else 31


def parse_time(text, format="%a %b %d %H:%M:%S %Y"):
    return parse(text, format)[0]


def _strptime_datetime(cls, text, format="%a %b %d %H:%M:%S %Y"):
    """What cls.strptime(text, format) gives, for a class of datetimes."""
    fields, microsecond, offset = parse(text, format)
    if offset is None:
        return cls(*fields[:6], microsecond)
    from datetime import timedelta, timezone
    seconds, fraction, name = offset
    zone = timezone(timedelta(seconds=seconds, microseconds=fraction), *([name] if name else ()))
    return cls(*fields[:6], microsecond, zone)
