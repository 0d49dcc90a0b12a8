"""Small things about mail: addresses, dates, parameters of headers."""
import datetime
import os
import random
import re
import socket
import time
import urllib.parse

from email._parseaddr import AddressList as _AddressList
from email._parseaddr import _parsedate_tz, mktime_tz, parsedate, parsedate_tz, quote
from email.charset import Charset

__all__ = ['collapse_rfc2231_value', 'decode_params', 'decode_rfc2231', 'encode_rfc2231', 'formataddr', 'formatdate',
           'format_datetime', 'getaddresses', 'make_msgid', 'mktime_tz', 'parseaddr', 'parsedate', 'parsedate_tz',
           'parsedate_to_datetime', 'unquote']

COMMASPACE = ', '
EMPTYSTRING = UEMPTYSTRING = ''
CRLF = '\r\n'
TICK = "'"

specialsre = re.compile(r'[][\\()<>@,:;".]')
escapesre = re.compile(r'[\\"]')
supports_strict_parsing = True


def _has_surrogates(s):
    """Whether the text holds bytes that were no text."""
    try:
        s.encode()
        return False
    except UnicodeEncodeError:
        return True


def _sanitize(string):
    """The text with what was no text replaced."""
    return string.encode('utf-8', 'surrogateescape').decode('utf-8', 'replace')


def formataddr(pair, charset='utf-8'):
    """(name, address) as it stands in a header."""
    name, address = pair
    address.encode('ascii')
    if not name:
        return address
    try:
        name.encode('ascii')
    except UnicodeEncodeError:
        if isinstance(charset, str):
            charset = Charset(charset)
        return f'{charset.header_encode(name)} <{address}>'
    quotes = '"' if specialsre.search(name) else ''
    name = escapesre.sub(r'\\\g<0>', name)
    return f'{quotes}{name}{quotes} <{address}>'


def _iter_escaped_chars(addr):
    place, escape = 0, False
    for place, character in enumerate(addr):
        if escape:
            yield place, '\\' + character
            escape = False
        elif character == '\\':
            escape = True
        else:
            yield place, character
    if escape:
        yield place, '\\'


def _strip_quoted_realnames(addr):
    """The text without what stands in quotation marks."""
    if '"' not in addr:
        return addr
    start, opened, kept = 0, None, []
    for place, character in _iter_escaped_chars(addr):
        if character == '"':
            if opened is None:
                opened = place
            else:
                if start != opened:
                    kept.append(addr[start:opened])
                start, opened = place + 1, None
    if start < len(addr):
        kept.append(addr[start:])
    return ''.join(kept)


def _check_parenthesis(addr):
    opened = 0
    for _, character in _iter_escaped_chars(_strip_quoted_realnames(addr)):
        opened += (character == '(') - (character == ')')
        if opened < 0:
            return False
    return opened == 0


def _pre_parse_validation(email_header_fields):
    return [each if _check_parenthesis(each) else "('', '')" for each in email_header_fields]


def _post_parse_validation(parsed_email_header_tuples):
    return [('', '') if '[' in pair[1] else pair for pair in parsed_email_header_tuples]


def getaddresses(fieldvalues, *, strict=True):
    """The (name, address) pairs of several headers. Strict: [('', '')] if they are not as many as they look."""
    if not strict:
        return _AddressList(COMMASPACE.join(str(each) for each in fieldvalues)).addresslist
    fields = _pre_parse_validation([str(each) for each in fieldvalues])
    found = _post_parse_validation(_AddressList(COMMASPACE.join(fields)).addresslist)
    expected = sum(1 + _strip_quoted_realnames(each).count(',') for each in fields)
    return found if len(found) == expected else [('', '')]


def parseaddr(addr, *, strict=True):
    """(name, address) of a text; ('', '') if it is none."""
    if not strict:
        found = _AddressList(addr).addresslist
        return found[0] if found else ('', '')
    if isinstance(addr, list):
        addr = addr[0]
    if not isinstance(addr, str):
        return '', ''
    addr = _pre_parse_validation([addr])[0]
    found = _post_parse_validation(_AddressList(addr).addresslist)
    return found[0] if len(found) == 1 else ('', '')


def unquote(str):
    """The text without the quotation marks or angle brackets around it."""
    if len(str) > 1:
        if str.startswith('"') and str.endswith('"'):
            return str[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if str.startswith('<') and str.endswith('>'):
            return str[1:-1]
    return str


_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']


def _format_timetuple_and_zone(timetuple, zone):
    day, month = _DAYS[timetuple[6]], _MONTHS[timetuple[1] - 1]
    return '%s, %02d %s %04d %02d:%02d:%02d %s' % (day, timetuple[2], month, timetuple[0], *timetuple[3:6], zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A time in seconds as a date of a header."""
    timeval = time.time() if timeval is None else timeval
    when = datetime.datetime.fromtimestamp(timeval, None if localtime or usegmt else datetime.timezone.utc)
    if localtime:
        when, usegmt = when.astimezone(), False
    elif usegmt:
        when = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    else:
        when = when.replace(tzinfo=None)
    return format_datetime(when, usegmt)


def format_datetime(dt, usegmt=False):
    now = dt.timetuple()
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError('usegmt option requires a UTC datetime')
        zone = 'GMT'
    else:
        zone = '-0000' if dt.tzinfo is None else dt.strftime('%z')
    return _format_timetuple_and_zone(now, zone)


def make_msgid(idstring=None, domain=None):
    """An id for a message that no other has."""
    number = f'{int(time.time() * 100)}.{os.getpid()}.{random.getrandbits(64)}'
    idstring = '' if idstring is None else '.' + idstring
    return f'<{number}{idstring}@{socket.getfqdn() if domain is None else domain}>'


def parsedate_to_datetime(data):
    """The datetime of a header's date; without a zone if that is -0000 or missing."""
    found = _parsedate_tz(data)
    if found is None:
        raise ValueError('Invalid date value or format "%s"' % str(data))
    *fields, offset = found
    zone = None if offset is None else datetime.timezone(datetime.timedelta(seconds=offset))
    return datetime.datetime(*fields[:6], tzinfo=zone)


def decode_rfc2231(s):
    """[charset, language, text] of charset'language'text."""
    parts = s.split(TICK, 2)
    return parts if len(parts) > 2 else (None, None, s)


def encode_rfc2231(s, charset=None, language=None):
    text = urllib.parse.quote(s, safe='', encoding=charset or 'ascii')
    if charset is None and language is None:
        return text
    return f"{charset}'{language or ''}'{text}"


rfc2231_continuation = re.compile(r'(?P<name>\w+)\*((?P<num>[0-9]+)\*?)?', re.ASCII)


def _join_parts(parts):
    """(name, value) of the numbered parts of a parameter; a tuple of three as value if a charset was named."""
    parts = sorted(parts, key=lambda part: part[0])
    extended = any(encoded for _, _, encoded in parts)
    text = ''.join([urllib.parse.unquote(value, encoding='latin-1') if encoded else value
                    for _, value, encoded in parts])
    if not extended:
        return f'"{quote(text)}"'
    charset, language, text = decode_rfc2231(text)
    return charset, language, f'"{text}"'


def decode_params(params):
    """Parameters of a header with those joined that were split or encoded."""
    found, split = [params[0]], {}
    for name, value in params[1:]:
        encoded = name.endswith('*')
        value = unquote(value)
        match = rfc2231_continuation.match(name)
        if match:
            number = match['num']
            split.setdefault(match['name'], []).append((0 if number is None else int(number), value, encoded))
        else:
            found.append((name, f'"{quote(value)}"'))
    return found + [(name, _join_parts(parts)) for name, parts in split.items()]


def collapse_rfc2231_value(value, errors='replace', fallback_charset='us-ascii'):
    """The text of a parameter that may be (charset, language, text)."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, language, text = value
    if charset is None:
        charset = fallback_charset
    try:
        return str(bytes(text, 'raw-unicode-escape'), charset, errors)
    except LookupError:
        return unquote(text)


def localtime(dt=None, isdst=-1):
    """A datetime in the zone of this machine: now, or `dt`, taken as local if it has no zone."""
    if dt is None:
        return datetime.datetime.now(datetime.timezone.utc).astimezone()
    if dt.tzinfo is not None:
        return dt.astimezone()
    seconds = time.mktime(dt.timetuple()[:-1] + (isdst,))
    local = time.localtime(seconds)
    zone = datetime.timezone(datetime.timedelta(seconds=local.tm_gmtoff), local.tm_zone)
    return dt.replace(tzinfo=zone)
