# Reads the files of time zones (TZif) and the rules in their last line (POSIX TZ).
import bisect
import calendar
import re
import struct
from datetime import timedelta

_EPOCH_ORDINAL = 719163  # of 1970-01-01


def seconds_of(dt):
    """Seconds from 1970 to a datetime, whose zone is left out of account."""
    return (dt.toordinal() - _EPOCH_ORDINAL) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second


class Kind:
    """An offset, its part that is summer time, and its name."""

    def __init__(self, offset, dst, name):
        self.offset, self.name = offset, name
        self.utcoff = timedelta(seconds=offset)
        self.dstoff = timedelta(seconds=dst)

    def key(self):
        return self.utcoff, self.dstoff, self.name


def _read_header(file):
    if file.read(4) != b'TZif':
        raise ValueError('Invalid TZif file: magic not found')
    version, *counts = struct.unpack('>c15x6l', file.read(40))
    return int(version) if version != b'\0' else 1, counts


def load_data(file):
    """(times of transitions, number of the kind from each on, [(offset, is summer, name)], last line)."""
    version, counts = _read_header(file)
    width = 4
    if version >= 2:
        utc, standard, leaps, times, kinds, letters = counts
        file.seek(times * 5 + kinds * 6 + letters + leaps * 8 + standard + utc, 1)
        version, counts = _read_header(file)
        width = 8
    utc, standard, leaps, times, kinds, letters = counts
    transitions = struct.unpack(f'>{times}{"q" if width == 8 else "l"}', file.read(times * width))
    numbers = struct.unpack(f'>{times}B', file.read(times))
    rows = [struct.unpack('>lbb', file.read(6)) for _ in range(kinds)]
    text = file.read(letters)
    found = [(offset, bool(dst), text[place:text.index(b'\0', place)].decode()) for offset, dst, place in rows]
    last = b''
    if width == 8:
        file.seek(leaps * 12 + standard + utc, 1)
        if file.read(1) != b'\n':
            raise ValueError('Invalid TZif file: no last line')
        while (character := file.read(1)) not in (b'\n', b''):
            last += character
    return transitions, numbers, found, last


def summer_parts(numbers, kinds):
    """How much of each kind's offset is summer time: the files only say whether any is."""
    parts = [0] * len(kinds)
    unknown = sum(1 for number in set(numbers) if kinds[number][1])
    for place in range(1, len(numbers)):
        if not unknown:
            break
        here = numbers[place]
        if not kinds[here][1] or parts[here]:
            continue
        before = numbers[place - 1]
        part = 0
        if not kinds[before][1]:
            part = kinds[here][0] - kinds[before][0]
        if not part and place < len(numbers) - 1:
            after = numbers[place + 1]
            if not kinds[after][1]:
                part = kinds[here][0] - kinds[after][0]
        if part:
            unknown -= 1
            parts[here] = part
    return [part or 3600 if kinds[number][1] else 0 for number, part in enumerate(parts)]


class _Day:
    """A day and a time at which a rule changes the offset."""

    def __init__(self, text):
        day, slash, clock = text.partition('/')
        self.seconds = _clock(clock, True) if slash else 7200
        if match := re.fullmatch(r'M(\d{1,2})\.(\d)\.(\d)', day):
            self.kind, self.numbers = 'M', tuple(map(int, match.groups()))
            month, week, weekday = self.numbers
            if not (1 <= month <= 12 and 1 <= week <= 5 and weekday <= 6):
                raise ValueError(f'Invalid dst start/end date: {text}')
        elif match := re.fullmatch(r'(J?)(\d{1,3})', day):
            self.kind, self.numbers = match[1] or 'N', (int(match[2]),)
            if not (1 if match[1] else 0) <= self.numbers[0] <= 365:
                raise ValueError(f'Invalid dst start/end date: {text}')
        else:
            raise ValueError(f'Invalid dst start/end date: {text}')

    def at(self, year):
        """Seconds from 1970 to the change in that year, by the clock on the wall."""
        first = (_days_before(year)) * 86400
        if self.kind == 'M':
            month, week, weekday = self.numbers
            start, count = calendar.monthrange(year, month)
            day = (weekday - (start + 1)) % 7 + 1 + (week - 1) * 7
            if day > count:
                day -= 7
            days = sum(calendar.monthrange(year, each)[1] for each in range(1, month)) + day - 1
        else:
            # Day 0 of a number without J is the last of the year before: so CPython counts, whatever POSIX says.
            days = self.numbers[0] - 1
            if self.kind == 'J':
                if days >= 59 and calendar.isleap(year):
                    days += 1
        return first + days * 86400 + self.seconds


def _days_before(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400 + 1 - _EPOCH_ORDINAL


def _clock(text, long):
    match = re.fullmatch(r'([+-]?)(\d{1,3}):?(\d{2})?:?(\d{2})?', text) if not long else \
        re.fullmatch(r'([+-]?)(\d{1,3})(?::(\d{2}))?(?::(\d{2}))?', text)
    if not match or int(match[2]) > (167 if long else 24):
        raise ValueError(f'Invalid offset: {text}')
    seconds = int(match[2]) * 3600 + int(match[3] or 0) * 60 + int(match[4] or 0)
    return -seconds if match[1] == '-' else seconds


_RULE = re.compile(r'(?P<std>[^<0-9:.+-]+|<[a-zA-Z0-9+-]+>)(?:(?P<offset>[+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?)'
                   r'(?:(?P<dst>[^0-9:.+,-]+|<[a-zA-Z0-9+-]+>)(?P<dstoffset>[+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?)?)?)?')


class Rule:
    """What holds after the last transition: one kind, or two that change every year."""

    def __init__(self, text):
        try:
            self._read(text)
        except ValueError as error:
            if text in str(error):
                raise
            raise ValueError(f'{error} in TZ string: {text}') from error

    def _read(self, text):
        head, *days = text.split(',')
        match = _RULE.fullmatch(head)
        if not match or match['offset'] is None:
            raise ValueError(f'{text} is not a valid TZ string')
        offset = -_clock(match['offset'], False)
        self.standard = Kind(offset, 0, match['std'].strip('<>'))
        self.summer = None
        if match['dst']:
            if len(days) != 2:
                raise ValueError(f'{text} is not a valid TZ string' if len(days) > 2 else
                                 f'Missing transition rules in TZ string: {text}')
            summer = -_clock(match['dstoffset'], False) if match['dstoffset'] else offset + 3600
            self.summer = Kind(summer, summer - offset, match['dst'].strip('<>'))
            self.start, self.end = map(_Day, days)
        elif days:
            raise ValueError(f'Transition rule present when no DST in TZ string: {text}')

    def at_wall(self, seconds, year, fold):
        """The kind at a time by the clock on the wall."""
        if self.summer is None:
            return self.standard
        start, end = self.start.at(year), self.end.at(year)
        difference = int(self.summer.dstoff.total_seconds())
        if fold == (difference >= 0):
            end -= difference
        else:
            start += difference
        if start < end:
            summer = start <= seconds < end
        else:
            summer = not end <= seconds < start
        return self.summer if summer else self.standard

    def at_utc(self, seconds, year):
        """(the kind at a time of UTC, whether that time on the wall is the second of its name)."""
        if self.summer is None:
            return self.standard, 0
        start, end = self.start.at(year) - self.standard.offset, self.end.at(year) - self.summer.offset
        if start < end:
            summer = start <= seconds < end
        else:
            summer = not end <= seconds < start
        difference = int(self.summer.dstoff.total_seconds())
        change = end if difference > 0 else start
        return self.summer if summer else self.standard, int(0 <= seconds - change < abs(difference))


def wall_times(transitions, numbers, offsets, first):
    """The transitions by the clock on the wall before and after each, in the order fold 0, fold 1."""
    walls = [], []
    before = first
    for moment, number in zip(transitions, numbers):
        after = offsets[number]
        late, early = max(before, after), min(before, after)
        walls[0].append(moment + late)
        walls[1].append(moment + early)
        before = after
    return walls


find_place = bisect.bisect_right
