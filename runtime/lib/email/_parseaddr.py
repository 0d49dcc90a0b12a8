# Reads dates and lists of addresses as they stand in headers; email.utils hands both out.
import calendar
import time

__all__ = ['mktime_tz', 'parsedate', 'parsedate_tz', 'quote']

_MONTHS = {}
for _number, _name in enumerate('january february march april may june july august september october november '
                                'december'.split(), 1):
    _MONTHS[_name] = _MONTHS[_name[:3]] = _number
_DAYS = {'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'}
_ZONES = {'UT': 0, 'UTC': 0, 'GMT': 0, 'Z': 0, 'AST': -400, 'ADT': -300, 'EST': -500, 'EDT': -400, 'CST': -600,
          'CDT': -500, 'MST': -700, 'MDT': -600, 'PST': -800, 'PDT': -700}


def _date_words(text):
    """[day, month, year, time, zone] as words, or None."""
    words = text.split()
    if not words:
        return None
    if words[0].endswith(',') or words[0].lower() in _DAYS:
        del words[0]
    else:
        words[0] = words[0][words[0].rfind(',') + 1:]
    if len(words) == 3:
        parts = words[0].split('-')
        if len(parts) == 3:
            words = parts + words[1:]
    if len(words) == 4:
        last = words[3]
        sign = last.find('+') if '+' in last else last.find('-')
        words[3:] = [last[:sign], last[sign:]] if sign > 0 else [last, '']
    return words[:5] if len(words) >= 5 else None


def _time_of_day(text):
    parts = text.split(':')
    if len(parts) == 1 and '.' in text:
        parts = text.split('.')
    if len(parts) == 2:
        parts.append('0')
    return [int(part) for part in parts] if len(parts) == 3 else None


def _zone_offset(zone):
    """Seconds east of UTC, None where it is not known."""
    zone = zone.upper()
    if zone in _ZONES:
        offset = _ZONES[zone]
    else:
        try:
            offset = int(zone)
        except ValueError:
            return None
        if offset == 0 and zone.startswith('-'):
            return None
    sign, offset = (-1, -offset) if offset < 0 else (1, offset)
    return sign * (offset // 100 * 3600 + offset % 100 * 60)


def _parsedate_tz(data):
    words = _date_words(data) if data else None
    if words is None:
        return None
    day, month, year, clock, zone = words
    if not (day and month and year):
        return None
    month = month.lower()
    if month not in _MONTHS:
        day, month = month, day.lower()
        if month not in _MONTHS:
            return None
    if ':' in year[1:]:
        year, clock = clock, year
    year = year[:-1] if year.endswith(',') else year
    if not year:
        return None
    if not year[0].isdigit():
        year, zone = zone, year
    clock = clock[:-1] if clock.endswith(',') else clock
    try:
        numbers = _time_of_day(clock)
        year, day = int(year), int(day[:-1] if day.endswith(',') else day)
    except ValueError:
        return None
    if numbers is None:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    return [year, _MONTHS[month], day, *numbers, 0, 1, -1, _zone_offset(zone)]


def parsedate_tz(data):
    """A date as ten numbers, the last of which is the zone's offset in seconds; None if it is no date."""
    found = _parsedate_tz(data)
    if not found:
        return None
    if found[9] is None:
        found[9] = 0
    return tuple(found)


def parsedate(data):
    found = parsedate_tz(data)
    return found[:9] if isinstance(found, tuple) else found


def mktime_tz(data):
    """Seconds since 1970 of what parsedate_tz gave."""
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    return calendar.timegm(data) - data[9]


def quote(str):
    """The text as it stands inside quotation marks."""
    return str.replace('\\', '\\\\').replace('"', '\\"')


class AddrlistClass:
    """Reads a list of addresses from left to right."""

    def __init__(self, field):
        self.specials = '()<>@,:;."[]'
        self.pos = 0
        self.LWS = ' \t'
        self.CR = '\r\n'
        self.FWS = self.LWS + self.CR
        self.atomends = self.specials + self.LWS + self.CR
        self.phraseends = self.atomends.replace('.', '')
        self.field = field
        self.commentlist = []

    def _at(self, characters):
        return self.pos < len(self.field) and self.field[self.pos] in characters

    def gotonext(self):
        """Passes spaces and comments; hands out the spaces."""
        spaces = []
        while self.pos < len(self.field):
            character = self.field[self.pos]
            if character in self.LWS + '\n\r':
                if character not in '\n\r':
                    spaces.append(character)
                self.pos += 1
            elif character == '(':
                self.commentlist.append(self.getcomment())
            else:
                break
        return ''.join(spaces)

    def getaddrlist(self):
        found = []
        while self.pos < len(self.field):
            found += self.getaddress() or [('', '')]
        return found

    def getaddress(self):
        """The next address, as a list because a group is several."""
        self.commentlist = []
        self.gotonext()
        start, comments_before = self.pos, self.commentlist
        words = self.getphraselist()
        self.gotonext()
        found = []
        if self.pos >= len(self.field):
            if words:
                found = [(' '.join(self.commentlist), words[0])]
        elif self._at('.@'):
            self.pos, self.commentlist = start, comments_before
            address = self.getaddrspec()
            found = [(' '.join(self.commentlist), address)]
        elif self._at(':'):
            found = self._group()
        elif self._at('<'):
            address = self.getrouteaddr()
            name = ' '.join(words)
            if self.commentlist:
                name += f' ({" ".join(self.commentlist)})'
            found = [(name, address)]
        elif words:
            found = [(' '.join(self.commentlist), words[0])]
        elif self._at(self.specials):
            self.pos += 1
        self.gotonext()
        if self._at(','):
            self.pos += 1
        return found

    def _group(self):
        found = []
        self.pos += 1
        while self.pos < len(self.field):
            self.gotonext()
            if self._at(';'):
                self.pos += 1
                break
            found += self.getaddress()
        return found

    def getrouteaddr(self):
        """What stands between < and >; a route in front of the address is passed."""
        if not self._at('<'):
            return None
        in_route, address = False, ''
        self.pos += 1
        self.gotonext()
        while self.pos < len(self.field):
            if in_route:
                self.getdomain()
                in_route = False
            elif self._at('>'):
                self.pos += 1
                break
            elif self._at('@:'):
                in_route = self._at('@')
                self.pos += 1
            else:
                address = self.getaddrspec()
                self.pos += 1
                break
            self.gotonext()
        return address

    def getaddrspec(self):
        """local@domain."""
        parts = []
        self.gotonext()
        while self.pos < len(self.field):
            keep_spaces = True
            if self._at('.'):
                if parts and not parts[-1].strip():
                    parts.pop()
                parts.append('.')
                self.pos += 1
                keep_spaces = False
            elif self._at('"'):
                parts.append(f'"{quote(self.getquote())}"')
            elif self._at(self.atomends):
                if parts and not parts[-1].strip():
                    parts.pop()
                break
            else:
                parts.append(self.getatom())
            spaces = self.gotonext()
            if keep_spaces and spaces:
                parts.append(spaces)
        if not self._at('@'):
            return ''.join(parts)
        self.pos += 1
        self.gotonext()
        domain = self.getdomain()
        return ''.join(parts) + '@' + domain if domain else ''

    def getdomain(self):
        parts = []
        while self.pos < len(self.field):
            if self._at(self.LWS):
                self.pos += 1
            elif self._at('('):
                self.commentlist.append(self.getcomment())
            elif self._at('['):
                parts.append(self.getdomainliteral())
            elif self._at('.'):
                self.pos += 1
                parts.append('.')
            elif self._at('@'):
                return ''  # two of them are no address, and none may be made of a part
            elif self._at(self.atomends):
                break
            else:
                parts.append(self.getatom())
        return ''.join(parts)

    def getdelimited(self, beginchar, endchars, allowcomments=True):
        """What stands between two characters, without them."""
        if not self._at(beginchar):
            return ''
        parts, quoted = [''], False
        self.pos += 1
        while self.pos < len(self.field):
            character = self.field[self.pos]
            if quoted:
                parts.append(character)
                quoted = False
            elif character in endchars:
                self.pos += 1
                break
            elif allowcomments and character == '(':
                parts.append(self.getcomment())
                continue
            elif character == '\\':
                quoted = True
            else:
                parts.append(character)
            self.pos += 1
        return ''.join(parts)

    def getquote(self):
        return self.getdelimited('"', '"\r', False)

    def getcomment(self):
        return self.getdelimited('(', ')\r', True)

    def getdomainliteral(self):
        return '[%s]' % self.getdelimited('[', ']\r', False)

    def getatom(self, atomends=None):
        ends = self.atomends if atomends is None else atomends
        start = self.pos
        while self.pos < len(self.field) and self.field[self.pos] not in ends:
            self.pos += 1
        return self.field[start:self.pos]

    def getphraselist(self):
        words = []
        while self.pos < len(self.field):
            if self._at(self.FWS):
                self.pos += 1
            elif self._at('"'):
                words.append(self.getquote())
            elif self._at('('):
                self.commentlist.append(self.getcomment())
            elif self._at(self.phraseends):
                break
            else:
                words.append(self.getatom(self.phraseends))
        return words


class AddressList(AddrlistClass):
    """The addresses of a field; they can be joined and taken away like sets."""

    def __init__(self, field):
        super().__init__(field)
        self.addresslist = self.getaddrlist() if field else []

    def __len__(self):
        return len(self.addresslist)

    def _with(self, addresses):
        made = AddressList(None)
        made.addresslist = addresses
        return made

    def _others(self, other):
        return [each for each in other.addresslist if each not in self.addresslist]

    def __add__(self, other):
        return self._with(self.addresslist + self._others(other))

    def __iadd__(self, other):
        self.addresslist += self._others(other)
        return self

    def __sub__(self, other):
        return self._with(other._others(self))

    def __isub__(self, other):
        for each in other.addresslist:
            if each in self.addresslist:
                self.addresslist.remove(each)
        return self

    def __getitem__(self, index):
        return self.addresslist[index]
