"""Cookies as servers set and read them."""
import re
import string
import types

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie']

_LegalChars = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_UnescapedChars = _LegalChars + ' ()/<=>?@[]{}'
_Translator = {number: '\\%03o' % number for number in set(range(256)) - set(map(ord, _UnescapedChars))}
_Translator |= {ord('"'): '\\"', ord('\\'): '\\\\'}
_is_legal_key = re.compile('[%s]+' % re.escape(_LegalChars)).fullmatch
_CONTROL = re.compile(r'[\x00-\x1F\x7F]')
_UNQUOTED = re.compile(r'\\(?:([0-3][0-7][0-7])|(.))', re.DOTALL)
_weekdayname = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
_monthname = [None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']


class CookieError(Exception):
    """A name or an attribute that no cookie may have."""


def _refuse_controls(*values):
    """No part of a cookie may hold a control character: it could begin another header."""
    if any(_CONTROL.search(str(value)) for value in values):
        raise CookieError('Control characters are not allowed in cookies ' + ' '.join(map(repr, values)))


def _quote(str):
    if str is None or _is_legal_key(str):
        return str
    return '"' + str.translate(_Translator) + '"'


def _unquote(str):
    if str is None or len(str) < 2 or str[0] != '"' or str[-1] != '"':
        return str
    return _UNQUOTED.sub(lambda match: chr(int(match[1], 8)) if match[1] else match[2], str[1:-1])


def _getdate(future=0):
    """The date in so many seconds, as cookies write it."""
    from time import gmtime, time
    year, month, day, hour, minute, second, weekday = gmtime(time() + future)[:7]
    return '%s, %02d %3s %4d %02d:%02d:%02d GMT' % (_weekdayname[weekday], day, _monthname[month], year, hour, minute,
                                                    second)


class Morsel(dict):
    """A cookie: key, value, and its attributes as a dict."""

    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain', 'max-age': 'Max-Age',
                 'secure': 'Secure', 'httponly': 'HttpOnly', 'version': 'Version', 'samesite': 'SameSite'}
    _flags = {'secure', 'httponly'}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        for key in self._reserved:
            dict.__setitem__(self, key, '')

    @property
    def key(self):
        return self._key

    @property
    def value(self):
        return self._value

    @property
    def coded_value(self):
        return self._coded_value

    def __setitem__(self, K, V):
        K = K.lower()
        if K not in self._reserved:
            raise CookieError('Invalid attribute %r' % (K,))
        _refuse_controls(K, V)
        dict.__setitem__(self, K, V)

    def setdefault(self, key, val=None):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError('Invalid attribute %r' % (key,))
        _refuse_controls(key, val)
        return dict.setdefault(self, key, val)

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return (dict.__eq__(self, morsel) and self._value == morsel._value and self._key == morsel._key
                and self._coded_value == morsel._coded_value)

    __ne__ = object.__ne__

    def copy(self):
        morsel = Morsel()
        dict.update(morsel, self)
        morsel.__dict__.update(self.__dict__)
        return morsel

    def update(self, values):
        found = {}
        for key, value in dict(values).items():
            key = key.lower()
            if key not in self._reserved:
                raise CookieError('Invalid attribute %r' % (key,))
            _refuse_controls(key, value)
            found[key] = value
        dict.update(self, found)

    def isReservedKey(self, K):
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        if key.lower() in self._reserved:
            raise CookieError('Attempt to set a reserved key %r' % (key,))
        if not _is_legal_key(key):
            raise CookieError('Illegal key %r' % (key,))
        _refuse_controls(key, val, coded_val)
        self._key, self._value, self._coded_value = key, val, coded_val

    def __getstate__(self):
        return {'key': self._key, 'value': self._value, 'coded_value': self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state['key'], state['value'], state['coded_value']

    def output(self, attrs=None, header='Set-Cookie:'):
        return '%s %s' % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return '<%s: %s>' % (self.__class__.__name__, self.OutputString())

    def js_output(self, attrs=None):
        return '''
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = \"%s\";
        // end hiding -->
        </script>
        ''' % (self.OutputString(attrs).replace('"', r'\"'))

    def OutputString(self, attrs=None):
        """`key=value; attribute=...`, of those attributes that are set."""
        parts = ['%s=%s' % (self.key, self.coded_value)]
        for key, value in sorted(self.items()):
            if value == '' or key not in (self._reserved if attrs is None else attrs):
                continue
            name = self._reserved[key]
            if key == 'expires' and isinstance(value, int):
                parts.append('%s=%s' % (name, _getdate(value)))
            elif key == 'max-age' and isinstance(value, int):
                parts.append('%s=%d' % (name, value))
            elif key == 'comment' and isinstance(value, str):
                parts.append('%s=%s' % (name, _quote(value)))
            elif key in self._flags:
                if value:
                    parts.append(str(name))
            else:
                parts.append('%s=%s' % (name, value))
        return '; '.join(parts)

    __class_getitem__ = classmethod(types.GenericAlias)


_CookiePattern = re.compile(r'''
    \s*
    (?P<key>[\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\=]+?)
    (
      \s*=\s*
      (?P<val>
        "(?:[^\\"]|\\.)*"                                           # quoted
        |
        \w{3},\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT                      # a date
        |
        [\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\=\[\]]*         # a word
      )
    )?
    \s*
    (\s+|;|$)
    ''', re.ASCII | re.VERBOSE)


class BaseCookie(dict):
    """Cookies by their names."""

    def value_decode(self, val):
        """(value, as it is written) of what a client sent."""
        return val, val

    def value_encode(self, val):
        """The same of a value that is set."""
        return str(val), str(val)

    def __init__(self, input=None):
        if input:
            self.load(input)

    def __set(self, key, real_value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, real_value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self.__set(key, *self.value_encode(value))

    def output(self, attrs=None, header='Set-Cookie:', sep='\015\012'):
        return sep.join([value.output(attrs, header) for _, value in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        cookies = ' '.join(['%s=%s' % (key, repr(value.value)) for key, value in sorted(self.items())])
        return '<%s: %s>' % (self.__class__.__name__, cookies)

    def js_output(self, attrs=None):
        return ''.join([value.js_output(attrs) for _, value in sorted(self.items())])

    def load(self, rawdata):
        """Reads a header, or takes the values of a dict."""
        if isinstance(rawdata, str):
            self.__parse_string(rawdata)
        else:
            for key, value in rawdata.items():
                self[key] = value

    def __parse_string(self, text, pattern=_CookiePattern):
        """Reads a header; nothing of one that is wrong somewhere."""
        place, found, seen_cookie = 0, [], False
        while 0 <= place < len(text):
            match = pattern.match(text, place)
            if not match:
                break
            key, value = match['key'], match['val']
            place = match.end(0)
            if key[0] == '$':
                if seen_cookie:  # an attribute in the form of RFC 2109
                    found.append(('attribute', key[1:], value))
            elif key.lower() in Morsel._reserved:
                if not seen_cookie:
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    found.append(('attribute', key, True))
                else:
                    found.append(('attribute', key, _unquote(value)))
            elif value is not None:
                found.append(('cookie', key, self.value_decode(value)))
                seen_cookie = True
            else:
                return
        morsel = None
        for kind, key, value in found:
            if kind == 'attribute':
                morsel[key] = value
            else:
                self.__set(key, *value)
                morsel = self[key]


class SimpleCookie(BaseCookie):
    """Cookies whose values are text, quoted where they must be."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
