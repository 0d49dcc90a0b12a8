# Dates and headers as cookies write them, in all the forms that are met.
import calendar
import re
import time

DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
MONTHS_LOWER = [month.lower() for month in MONTHS]
EPOCH_YEAR = 1970


def time2isoz(t=None):
    """`1994-11-24 08:49:37Z` of seconds since 1970, or of now."""
    return time.strftime('%Y-%m-%d %H:%M:%SZ', time.gmtime(t))


def time2netscape(t=None):
    """`Wed, 24-Nov-1994 08:49:37 GMT`."""
    parts = time.gmtime(t)
    return '%s, %02d-%s-%04d %02d:%02d:%02d GMT' % (DAYS[parts.tm_wday], parts.tm_mday, MONTHS[parts.tm_mon - 1],
                                                   *[parts[i] for i in (0, 3, 4, 5)])


UTC_ZONES = {'GMT', 'UTC', 'UT', 'Z'}
TIMEZONE_RE = re.compile(r'^([-+])?(\d\d?):?(\d\d)?$', re.ASCII)
_STRICT = re.compile(r'^[SMTWF][a-z][a-z], (\d\d) ([JFMASOND][a-z][a-z]) (\d\d\d\d) (\d\d):(\d\d):(\d\d) GMT$', re.ASCII)
_WEEKDAY = re.compile(r'^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,?\s*', re.I | re.ASCII)
_LOOSE = re.compile(r'''^
    (\d\d?)(?:\s+|[-\/]) (\w+)(?:\s+|[-\/]) (\d+)           # day, month, year
    (?: (?:\s+|:) (\d\d?):(\d\d) (?::(\d\d))? )?            # clock
    \s* (?: ([-+]?\d{2,4}|(?![APap][Mm]\b)[A-Za-z]+) \s* )? # zone
    (?: \(\w+\) \s* )? $''', re.X | re.ASCII)
_ISO = re.compile(r'''^
    (\d{4}) [-\/]? (\d\d?) [-\/]? (\d\d?)
    (?: (?:\s+|[-:Tt]) (\d\d?):?(\d\d) (?::?(\d\d(?:\.\d*)?))? )?
    \s* (?: ([-+]?\d\d?:?(:?\d\d)?|Z|z) \s* )? $''', re.X | re.ASCII)


def offset_from_tz_string(tz):
    if tz in UTC_ZONES:
        return 0
    match = TIMEZONE_RE.search(tz)
    if not match:
        return None
    offset = 3600 * int(match[2]) + 60 * int(match[3] or 0)
    return -offset if match[1] == '-' else offset


def _timegm(parts):
    year, month, day, hour, minute, second = parts[:6]
    valid = (year >= EPOCH_YEAR and 1 <= month <= 12 and 1 <= day <= 31 and 0 <= hour <= 24 and 0 <= minute <= 59
             and 0 <= second <= 61)
    return calendar.timegm(parts) if valid else None


def _str2time(day, month, year, hour, minute, second, zone):
    year = int(year)
    if year > 9999:
        return None
    try:
        month = MONTHS_LOWER.index(month.lower()) + 1
    except ValueError:
        try:
            month = int(month)
        except ValueError:
            return None
        if not 1 <= month <= 12:
            return None
    day, hour, minute, second = int(day), int(hour or 0), int(minute or 0), int(second or 0)
    if year < 1000:  # two digits: the year next to this one
        now = time.localtime(time.time())[0]
        this = now % 100
        difference = this - year
        year += now - this
        if abs(difference) > 50:
            year += 100 if difference > 0 else -100
    seconds = _timegm((year, month, day, hour, minute, second, zone))
    if seconds is None:
        return None
    offset = offset_from_tz_string((zone or 'UTC').upper())
    return None if offset is None else seconds - offset


def http2time(text):
    """Seconds since 1970 of a date, None if it is none."""
    match = _STRICT.search(text)
    if match:
        day, month, year, hour, minute, second = match.groups()
        if month.lower() not in MONTHS_LOWER:
            return None
        return _timegm((int(year), MONTHS_LOWER.index(month.lower()) + 1, int(day), int(hour), int(minute),
                        float(second)))
    match = _LOOSE.search(_WEEKDAY.sub('', text.lstrip(), 1))
    return _str2time(*match.groups()) if match else None


def iso2time(text):
    match = _ISO.search(text.lstrip())
    if not match:
        return None
    year, month, day, hour, minute, second, zone, _ = match.groups()
    return _str2time(day, month, year, hour, minute, str(int(float(second))) if second else second, zone)


_TOKEN = re.compile(r'^\s*([^=\s;,]+)')
_QUOTED = re.compile(r'^\s*=\s*"([^"\\]*(?:\\.[^"\\]*)*)"')
_VALUE = re.compile(r'^\s*=\s*([^\s;,]*)')
_ESCAPED = re.compile(r'\\(.)')


def split_header_words(header_values):
    """[[(name, value), ...], ...] of headers with commas and semicolons."""
    assert not isinstance(header_values, str)
    found = []
    for text in header_values:
        pairs = []
        while text:
            match = _TOKEN.search(text)
            if match:
                name, value, text = match[1], None, text[match.end():]
                match = _QUOTED.search(text)
                if match:
                    value, text = _ESCAPED.sub(r'\1', match[1]), text[match.end():]
                else:
                    match = _VALUE.search(text)
                    if match:
                        value, text = match[1].rstrip(), text[match.end():]
                pairs.append((name, value))
            elif text.lstrip().startswith(','):
                text = text.lstrip()[1:]
                if pairs:
                    found.append(pairs)
                pairs = []
            else:
                text = re.sub(r'^[=\s;]*', '', text)
                if text and not _TOKEN.search(text) and not text.lstrip().startswith(','):
                    break
        if pairs:
            found.append(pairs)
    return found


def join_header_words(lists):
    def word(name, value):
        if value is None:
            return name
        return f'{name}={value}' if re.search(r'^\w+$', value) else '%s="%s"' % (name, re.sub(r'(["\\])', r'\\\1', value))
    return ', '.join(['; '.join([word(*pair) for pair in pairs]) for pairs in lists if pairs])


def parse_ns_headers(ns_headers):
    """The same of Netscape's headers: one cookie each, dates with commas in them."""
    known = {'expires', 'domain', 'path', 'secure', 'version', 'port', 'max-age'}
    found = []
    for header in ns_headers:
        pairs, version_set = [], False
        for number, part in enumerate(header.split(';')):
            part = part.strip()
            if not part:
                if number == 0:
                    break
                continue
            name, equals, value = part.partition('=')
            name, value = name.strip(), value.strip() if equals else None
            if number != 0:
                if name.lower() in known:
                    name = name.lower()
                if name == 'version':
                    value = None if value is None else value.strip('"')
                    version_set = True
                elif name == 'expires' and value is not None:
                    value = http2time(value.strip('"'))
            pairs.append((name, value))
        if pairs:
            if not version_set:
                pairs.append(('version', '0'))
            found.append(pairs)
    return found
