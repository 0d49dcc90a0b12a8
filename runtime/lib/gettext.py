"""Messages in the language of the user, from catalogues made by GNU gettext."""
import os
import re
import sys

__all__ = ['NullTranslations', 'GNUTranslations', 'Catalog', 'bindtextdomain', 'find', 'translation', 'install',
           'textdomain', 'dgettext', 'dngettext', 'gettext', 'ngettext', 'pgettext', 'dpgettext', 'npgettext',
           'dnpgettext']

_default_localedir = os.path.join(sys.base_prefix, 'share', 'locale')

_TOKENS = re.compile(r'(?P<SPACE>[ \t]+)|(?P<NUMBER>[0-9]+\b)|(?P<NAME>n\b)|(?P<PAREN>[()])|'
                     r'(?P<OPERATOR>[-*/%+?:]|[><!]=?|==|&&|\|\|)|(?P<BAD>\w+|.)', re.DOTALL)
_LEVELS = (('||',), ('&&',), ('==', '!='), ('<', '>', '<=', '>='), ('+', '-'), ('*', '/', '%'))
_LEVEL_OF = {operator: level for level, operators in enumerate(_LEVELS, 1) for operator in operators}
_IN_PYTHON = {'||': 'or', '&&': 'and', '/': '//'}


def _tokenize(plural):
    for match in _TOKENS.finditer(plural):
        if match.lastgroup == 'SPACE':
            continue
        if match.lastgroup == 'BAD':
            raise ValueError('invalid token in plural form: %s' % match[0])
        yield match[0]
    yield ''


def _error(value):
    return ValueError('unexpected token in plural form: %s' % value if value else 'unexpected end of plural form')


def _parse(tokens, priority=-1):
    """(an expression of Python, the token behind it) of one of C."""
    result, token = '', next(tokens)
    while token == '!':
        result += 'not '
        token = next(tokens)
    if token == '(':
        inner, token = _parse(tokens)
        result = f'{result}({inner})'
        if token != ')':
            raise ValueError('unbalanced parenthesis in plural form')
    elif token == 'n':
        result += token
    else:
        try:
            result = f'{result}{int(token, 10)}'
        except ValueError:
            raise _error(token) from None
    token = next(tokens)
    reached = 100
    while token in _LEVEL_OF:
        level = _LEVEL_OF[token]
        if level < priority:
            break
        if level in (3, 4) and reached in (3, 4):
            result = f'({result})'  # C does not chain comparisons
        right, following = _parse(tokens, level + 1)
        result = f'{result} {_IN_PYTHON.get(token, token)} {right}'
        reached, token = level, following
    if reached == priority and priority in (3, 4):
        result = f'({result})'
    if token == '?' and priority <= 0:
        if_true, token = _parse(tokens, 0)
        if token != ':':
            raise _error(token)
        if_false, token = _parse(tokens)
        result = f'{if_true} if {result} else {if_false}'
        if priority == 0:
            result = f'({result})'
    return result, token


_absent = object()


def _as_int(n):
    if isinstance(n, int):
        return n
    try:
        round(n)
    except TypeError:
        raise TypeError('Plural value must be an integer, got %s' % (n.__class__.__name__,)) from None
    _warn_of(n)
    return n


def _warn_of(n):
    """Says that a number of things should be an int, to whoever called this module."""
    import warnings
    frame, level = sys._getframe(1), 2
    while frame.f_back is not None and frame.f_globals.get('__name__') == __name__:
        frame, level = frame.f_back, level + 1
    warnings.warn('Plural value must be an integer, got %s' % (n.__class__.__name__,), DeprecationWarning, level)


def _as_count(n):
    """The number where no formula needs an int of it."""
    if not hasattr(n, '__index__'):
        _warn_of(n)
    return n


def c2py(plural):
    """The function that a formula of C stands for: which plural a number takes."""
    if len(plural) > 1000:
        raise ValueError('plural form expression is too long')
    try:
        result, token = _parse(_tokenize(plural))
        if token:
            raise _error(token)
        depth = 0
        for character in result:
            if character == '(':
                depth += 1
                if depth > 20:
                    raise ValueError('plural form expression is too complex')
            elif character == ')':
                depth -= 1
        names = {'_as_int': _as_int, '__name__': __name__}
        exec(f'def func(n):\n    if not isinstance(n, int):\n        n = _as_int(n)\n    return int({result})\n', names)
        return names['func']
    except RecursionError:
        raise ValueError('plural form expression is too complex')


def _expand_lang(loc):
    """The names a locale may be found under, the most exact first."""
    import locale
    loc = locale.normalize(loc)
    rest, at, modifier = loc.partition('@')
    rest, dot, codeset = rest.partition('.')
    language, underscore, territory = rest.partition('_')
    parts = [(4 if at else 0, at + modifier), (1 if dot else 0, dot + codeset), (2 if underscore else 0,
                                                                                 underscore + territory)]
    mask = sum(flag for flag, _ in parts)
    (_, modifier), (_, codeset), (_, territory) = parts
    found = []
    for number in range(mask + 1):
        if not number & ~mask:
            found.append(language + (territory if number & 2 else '') + (codeset if number & 1 else '')
                         + (modifier if number & 4 else ''))
    return found[::-1]


class NullTranslations:
    """Hands out messages as they are, or as a fallback has them."""

    def __init__(self, fp=None):
        self._info, self._charset, self._fallback = {}, None, None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if _as_count(n) == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if _as_count(n) == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        """Makes gettext the built-in `_`, and others under their names."""
        import builtins
        builtins.__dict__['_'] = self.gettext
        for name in {'gettext', 'ngettext', 'npgettext', 'pgettext'} & set(names or ()):
            builtins.__dict__[name] = getattr(self, name)


class GNUTranslations(NullTranslations):
    """A catalogue in a file .mo."""

    LE_MAGIC, BE_MAGIC = 0x950412de, 0xde120495
    CONTEXT = '%s\x04%s'
    VERSIONS = (0, 1)

    def _parse(self, fp):
        import struct
        filename = getattr(fp, 'name', '')
        self._catalog = catalog = {}
        self.plural = lambda n: int(n != 1)
        data = fp.read()
        magic = struct.unpack('<I', data[:4])[0]
        if magic not in (self.LE_MAGIC, self.BE_MAGIC):
            raise OSError(0, 'Bad magic number', filename)
        order = '<' if magic == self.LE_MAGIC else '>'
        version, count, originals, translations = struct.unpack(order + '4I', data[4:20])
        if version >> 16 not in self.VERSIONS:
            raise OSError(0, 'Bad version number ' + str(version >> 16), filename)
        for number in range(count):
            length, start = struct.unpack(order + 'II', data[originals + 8 * number:originals + 8 * number + 8])
            size, place = struct.unpack(order + 'II', data[translations + 8 * number:translations + 8 * number + 8])
            if start + length >= len(data) or place + size >= len(data):
                raise OSError(0, 'File is corrupt', filename)
            original, translated = data[start:start + length], data[place:place + size]
            if length == 0:
                self._read_header(translated)
            self._add(catalog, original, translated, self._charset or 'ascii')

    def _read_header(self, text):
        last = None
        for line in text.split(b'\n'):
            line = line.decode().strip()
            if not line or line.startswith('#-#-#-#-#') and line.endswith('#-#-#-#-#'):
                continue
            key, colon, value = line.partition(':')
            if colon:
                key, value = key.strip().lower(), value.strip()
                self._info[key] = value
                last = key
            elif last:
                self._info[last] += '\n' + line
            if not colon:
                continue
            if key == 'content-type':
                self._charset = value.split('charset=')[1]
            elif key == 'plural-forms':
                self.plural = c2py(value.split(';')[1].split('plural=')[1])

    @staticmethod
    def _add(catalog, original, translated, charset):
        if b'\x00' in original:
            first = str(original.split(b'\x00')[0], charset)
            for number, each in enumerate(translated.split(b'\x00')):
                catalog[first, number] = str(each, charset)
        else:
            catalog[str(original, charset)] = str(translated, charset)

    def _find(self, key, n=_absent):
        missing = object()
        if n is _absent:
            found = self._catalog.get(key, missing)
            if found is missing:
                found = self._catalog.get((key, self.plural(1)), missing)
        else:
            found = self._catalog.get((key, self.plural(n)), missing)
        return None if found is missing else found

    def gettext(self, message):
        found = self._find(message)
        return super().gettext(message) if found is None else found

    def ngettext(self, msgid1, msgid2, n):
        found = self._find(msgid1, n)
        return super().ngettext(msgid1, msgid2, n) if found is None else found

    def pgettext(self, context, message):
        found = self._find(self.CONTEXT % (context, message))
        return super().pgettext(context, message) if found is None else found

    def npgettext(self, context, msgid1, msgid2, n):
        found = self._find(self.CONTEXT % (context, msgid1), n)
        return super().npgettext(context, msgid1, msgid2, n) if found is None else found


def find(domain, localedir=None, languages=None, all=False):
    """The path of a catalogue for one of the languages; with `all` those of all."""
    localedir = _default_localedir if localedir is None else localedir
    if languages is None:
        languages = []
        for name in ('LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'):
            if value := os.environ.get(name):
                languages = value.split(':')
                break
        if 'C' not in languages:
            languages.append('C')
    names = []
    for language in languages:
        names += [each for each in _expand_lang(language) if each not in names]
    found = []
    for name in names:
        if name == 'C':
            break
        path = os.path.join(localedir, name, 'LC_MESSAGES', '%s.mo' % domain)
        if os.path.exists(path):
            if not all:
                return path
            found.append(path)
    return found if all else None


_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """The catalogues of a domain as one object."""
    class_ = GNUTranslations if class_ is None else class_
    paths = find(domain, localedir, languages, all=True)
    if not paths:
        if fallback:
            return NullTranslations()
        from errno import ENOENT
        raise FileNotFoundError(ENOENT, 'No translation file found for domain', domain)
    import copy
    result = None
    for path in paths:
        key = class_, os.path.abspath(path)
        if key not in _translations:
            with open(path, 'rb') as file:
                _translations[key] = class_(file)
        each = copy.copy(_translations[key])
        if result is None:
            result = each
        else:
            result.add_fallback(each)
    return result


def install(domain, localedir=None, *, names=None):
    translation(domain, localedir, fallback=True).install(names)


_localedirs = {}
_current_domain = 'messages'


def textdomain(domain=None):
    """The domain of the functions below, which can be set."""
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    """The folder of a domain's catalogues, which can be set."""
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of(domain):
    try:
        return translation(domain, _localedirs.get(domain, None))
    except OSError:
        return NullTranslations()


def dgettext(domain, message):
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_current_domain, context, msgid1, msgid2, n)


Catalog = translation
