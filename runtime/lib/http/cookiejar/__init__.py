"""Cookies of a client: what servers set, kept and sent back."""
import copy
import re
import threading
import time

from http.cookiejar._dates import (http2time, iso2time, join_header_words, offset_from_tz_string, parse_ns_headers,
                                   split_header_words, time2isoz, time2netscape)
from http.cookiejar._policy import (CookiePolicy, DefaultCookiePolicy, domain_match, eff_request_host, escape_path,
                                    is_HDN, is_third_party, reach, request_host, request_path, request_port,
                                    user_domain_match)

__all__ = ['Cookie', 'CookieJar', 'CookiePolicy', 'DefaultCookiePolicy', 'FileCookieJar', 'LWPCookieJar', 'LoadError',
           'MozillaCookieJar']

DEFAULT_HTTP_PORT = '80'
HTTPONLY_ATTR, HTTPONLY_PREFIX = 'HTTPOnly', '#HttpOnly_'
MISSING_FILENAME_TEXT = 'a filename was not supplied (nor was the CookieJar instance initialised with one)'
NETSCAPE_MAGIC_RGX = re.compile('#( Netscape)? HTTP Cookie File')
NETSCAPE_HEADER_TEXT = '# Netscape HTTP Cookie File\n# http://curl.haxx.se/rfc/cookie_spec.html\n' \
                       '# This is a generated file!  Do not edit.\n\n'

for _each in (CookiePolicy, DefaultCookiePolicy):
    _each.__module__ = 'http.cookiejar'


class Cookie:
    """A cookie: name, value, where it belongs, how long it lasts."""

    def __init__(self, version, name, value, port, port_specified, domain, domain_specified, domain_initial_dot, path,
                 path_specified, secure, expires, discard, comment, comment_url, rest, rfc2109=False):
        if port is None and port_specified is True:
            raise ValueError('if port is None, port_specified must be false')
        self.version = None if version is None else int(version)
        self.expires = None if expires is None else int(float(expires))
        self.name, self.value, self.port, self.port_specified = name, value, port, port_specified
        self.domain, self.domain_specified = domain.lower(), domain_specified
        self.domain_initial_dot, self.path, self.path_specified = domain_initial_dot, path, path_specified
        self.secure, self.discard, self.comment, self.comment_url = secure, discard, comment, comment_url
        self.rfc2109 = rfc2109
        self._rest = copy.copy(rest)

    def has_nonstandard_attr(self, name):
        return name in self._rest

    def get_nonstandard_attr(self, name, default=None):
        return self._rest.get(name, default)

    def set_nonstandard_attr(self, name, value):
        self._rest[name] = value

    def is_expired(self, now=None):
        return self.expires is not None and self.expires <= (time.time() if now is None else now)

    def __str__(self):
        port = '' if self.port is None else ':' + self.port
        pair = self.name if self.value is None else f'{self.name}={self.value}'
        return f'<Cookie {pair} for {self.domain}{port}{self.path}>'

    def __repr__(self):
        names = ('version', 'name', 'value', 'port', 'port_specified', 'domain', 'domain_specified',
                 'domain_initial_dot', 'path', 'path_specified', 'secure', 'expires', 'discard', 'comment',
                 'comment_url')
        args = [f'{name}={getattr(self, name)!r}' for name in names]
        return f'{self.__class__.__name__}({", ".join([*args, f"rest={self._rest!r}", f"rfc2109={self.rfc2109!r}"])})'


class CookieJar:
    """Cookies by domain, path and name."""

    def __init__(self, policy=None):
        self._policy = DefaultCookiePolicy() if policy is None else policy
        self._cookies_lock = threading.RLock()
        self._cookies = {}

    def set_policy(self, policy):
        self._policy = policy

    def _cookies_for_request(self, request):
        found = []
        for domain, paths in self._cookies.items():
            if not self._policy.domain_return_ok(domain, request):
                continue
            for path, cookies in paths.items():
                if self._policy.path_return_ok(path, request):
                    found += [cookie for cookie in cookies.values() if self._policy.return_ok(cookie, request)]
        return found

    def _cookie_attrs(self, cookies):
        """The words of a header, those of longer paths first."""
        cookies.sort(key=lambda cookie: len(cookie.path), reverse=True)
        words, version_set = [], False
        for cookie in cookies:
            if not version_set:
                version_set = True
                if cookie.version > 0:
                    words.append('$Version=%s' % cookie.version)
            value = cookie.value
            if value is not None and re.search(r'\W', value) and cookie.version > 0:
                value = re.sub(r'(["\\])', r'\\\1', value)
            words.append(cookie.name if cookie.value is None else f'{cookie.name}={value}')
            if cookie.version > 0:
                if cookie.path_specified:
                    words.append('$Path="%s"' % cookie.path)
                if cookie.domain.startswith('.'):
                    domain = cookie.domain if cookie.domain_initial_dot else cookie.domain[1:]
                    words.append('$Domain="%s"' % domain)
                if cookie.port is not None:
                    words.append('$Port' + ('="%s"' % cookie.port if cookie.port_specified else ''))
        return words

    def add_cookie_header(self, request):
        """Adds the cookies that belong to a request."""
        with self._cookies_lock:
            self._policy._now = self._now = int(time.time())
            words = self._cookie_attrs(self._cookies_for_request(request))
            if words and not request.has_header('Cookie'):
                request.add_unredirected_header('Cookie', '; '.join(words))
            if self._policy.rfc2965 and not self._policy.hide_cookie2 and not request.has_header('Cookie2'):
                if any(cookie.version != 1 for cookie in self):
                    request.add_unredirected_header('Cookie2', '$Version="1"')
        self.clear_expired_cookies()

    def _normalized(self, pairs):
        """(name, value, attributes, others) of a cookie's words, None for a wrong one."""
        (name, value), *attributes = pairs
        standard, rest = {}, {}
        bad = False
        for key, text in attributes:
            lowered = key.lower()
            if lowered in ('secure', 'discard'):
                standard.setdefault(lowered, True)
            elif lowered in ('expires', 'domain', 'path', 'port', 'version', 'max-age', 'comment', 'commenturl'):
                if lowered in standard:
                    continue
                if lowered == 'domain':
                    if text is None:
                        bad = True
                        break
                    text = text.lower()
                if lowered == 'expires' and 'max-age' in standard or lowered == 'expires' and text is None:
                    continue
                if lowered == 'max-age':
                    try:
                        text = self._now + int(text)
                    except (TypeError, ValueError):
                        bad = True
                        break
                    standard['expires'] = text
                    standard['max-age'] = text
                    continue
                if text is None and lowered not in ('port', 'path'):
                    bad = True
                    break
                standard[lowered] = text
            else:
                rest[key] = text
        return None if bad else (name, value, standard, rest)

    def _cookie_of(self, found, request):
        name, value, standard, rest = found
        try:
            version = None if standard.get('version') is None else int(standard['version'])
        except ValueError:
            return None
        path = standard.get('path')
        path_specified = bool(path)
        if path_specified:
            path = escape_path(path)
        else:
            path = request_path(request)
            place = path.rfind('/')
            if place != -1:
                path = path[:place] if version == 0 else path[:place + 1]
            path = path or '/'
        domain_specified = 'domain' in standard
        domain = standard.get('domain')
        initial_dot = bool(domain_specified and domain.startswith('.'))
        if not domain_specified:
            domain = eff_request_host(request)[1]
        elif not initial_dot:
            domain = '.' + domain
        port_specified = False
        port = None
        if 'port' in standard:
            if standard['port'] is None:
                port = request_port(request)
            else:
                port_specified, port = True, re.sub(r'\s+', '', standard['port'])
        expires, discard = standard.get('expires'), standard.get('discard', False)
        if expires is None:
            discard = True
        elif expires <= self._now:  # it is to be forgotten
            try:
                self.clear(domain, path, name)
            except KeyError:
                pass
            return None
        return Cookie(version, name, value, port, port_specified, domain, domain_specified, initial_dot, path,
                      path_specified, standard.get('secure', False), expires, discard, standard.get('comment'),
                      standard.get('commenturl'), rest)

    def make_cookies(self, response, request):
        """The cookies that an answer sets."""
        headers = response.info()
        newer, older = headers.get_all('Set-Cookie2', []), headers.get_all('Set-Cookie', [])
        self._policy._now = self._now = int(time.time())
        cookies = self._cookies_of(split_header_words(newer), request) if self._policy.rfc2965 else []
        if self._policy.netscape:
            known = {(cookie.domain, cookie.path, cookie.name) for cookie in cookies}
            for cookie in self._cookies_of(parse_ns_headers(older), request):
                self._judge_rfc2109(cookie)
                if (cookie.domain, cookie.path, cookie.name) not in known:
                    cookies.append(cookie)
        return cookies

    def _cookies_of(self, words, request):
        found = [self._normalized(pairs) for pairs in words]
        cookies = [self._cookie_of(each, request) for each in found if each is not None]
        return [cookie for cookie in cookies if cookie is not None]

    def _judge_rfc2109(self, cookie):
        """A cookie of version 1 in an old header counts as one of Netscape's, unless the policy says otherwise."""
        if cookie.version == 1:
            cookie.rfc2109 = True
            as_netscape = self._policy.rfc2109_as_netscape
            if not self._policy.rfc2965 if as_netscape is None else as_netscape:
                cookie.version = 0

    def set_cookie_if_ok(self, cookie, request):
        with self._cookies_lock:
            self._policy._now = self._now = int(time.time())
            if self._policy.set_ok(cookie, request):
                self.set_cookie(cookie)

    def set_cookie(self, cookie):
        with self._cookies_lock:
            self._cookies.setdefault(cookie.domain, {}).setdefault(cookie.path, {})[cookie.name] = cookie

    def extract_cookies(self, response, request):
        """Keeps the cookies that an answer sets, where the policy allows."""
        with self._cookies_lock:
            for cookie in self.make_cookies(response, request):
                if self._policy.set_ok(cookie, request):
                    self.set_cookie(cookie)

    def clear(self, domain=None, path=None, name=None):
        if name is not None:
            if domain is None or path is None:
                raise ValueError('domain and path must be given to remove a cookie by name')
            del self._cookies[domain][path][name]
        elif path is not None:
            if domain is None:
                raise ValueError('domain must be given to remove cookies by path')
            del self._cookies[domain][path]
        elif domain is not None:
            del self._cookies[domain]
        else:
            self._cookies = {}

    def clear_session_cookies(self):
        with self._cookies_lock:
            for cookie in list(self):
                if cookie.discard:
                    self.clear(cookie.domain, cookie.path, cookie.name)

    def clear_expired_cookies(self):
        with self._cookies_lock:
            now = time.time()
            for cookie in list(self):
                if cookie.is_expired(now):
                    self.clear(cookie.domain, cookie.path, cookie.name)

    def __iter__(self):
        for paths in list(self._cookies.values()):
            for cookies in list(paths.values()):
                yield from list(cookies.values())

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return '<%s[%s]>' % (self.__class__.__name__, ', '.join(map(repr, self)))

    def __str__(self):
        return '<%s[%s]>' % (self.__class__.__name__, ', '.join(map(str, self)))


class LoadError(OSError):
    """A file holds no cookies."""


class FileCookieJar(CookieJar):
    """A jar that can be kept in a file."""

    def __init__(self, filename=None, delayload=False, policy=None):
        CookieJar.__init__(self, policy)
        if filename is not None:
            import os
            filename = os.fspath(filename)
        self.filename, self.delayload = filename, bool(delayload)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        raise NotImplementedError()

    def _name(self, filename):
        if filename is None and self.filename is None:
            raise ValueError(MISSING_FILENAME_TEXT)
        return self.filename if filename is None else filename

    def _private(self, filename):
        """The file, to write; nobody else may read it."""
        import os
        return os.fdopen(os.open(self._name(filename), os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), 'w')

    def load(self, filename=None, ignore_discard=False, ignore_expires=False):
        filename = self._name(filename)
        with open(filename) as file:
            self._really_load(file, filename, ignore_discard, ignore_expires)

    def revert(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Forgets all and loads; after an error all is as it was."""
        filename = self._name(filename)
        with self._cookies_lock:
            before = copy.deepcopy(self._cookies)
            self._cookies = {}
            try:
                self.load(filename, ignore_discard, ignore_expires)
            except OSError:
                self._cookies = before
                raise

    def _kept(self, ignore_discard, ignore_expires):
        now = time.time()
        return [cookie for cookie in self if (ignore_discard or not cookie.discard)
                and (ignore_expires or not cookie.is_expired(now))]


def lwp_cookie_str(cookie):
    """A cookie as LWP writes it."""
    words = [(cookie.name, cookie.value), ('path', cookie.path), ('domain', cookie.domain)]
    if cookie.port is not None:
        words.append(('port', cookie.port))
    for flag, name in (('path_specified', 'path_spec'), ('port_specified', 'port_spec'),
                       ('domain_initial_dot', 'domain_dot'), ('secure', 'secure')):
        if getattr(cookie, flag):
            words.append((name, None))
    if cookie.expires:
        words.append(('expires', time2isoz(float(cookie.expires))))
    if cookie.discard:
        words.append(('discard', None))
    if cookie.comment:
        words.append(('comment', cookie.comment))
    if cookie.comment_url:
        words.append(('commenturl', cookie.comment_url))
    words += [(key, str(cookie._rest[key])) for key in sorted(cookie._rest)]
    words.append(('version', str(cookie.version)))
    return join_header_words([words])


class LWPCookieJar(FileCookieJar):
    """The files of libwww-perl."""

    def as_lwp_str(self, ignore_discard=True, ignore_expires=True):
        return ''.join(['Set-Cookie3: %s\n' % lwp_cookie_str(cookie)
                        for cookie in self._kept(ignore_discard, ignore_expires)]) or '\n'

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        with self._private(filename) as file:
            file.write('#LWP-Cookies-2.0\n' + self.as_lwp_str(ignore_discard, ignore_expires))

    def _really_load(self, file, filename, ignore_discard, ignore_expires):
        if not re.search('^#LWP-Cookies-(\\d+\\.\\d+)', file.readline()):
            raise LoadError('%r does not look like a Set-Cookie3 (LWP) format file' % filename)
        now = time.time()
        for line in file:
            if not line.startswith('Set-Cookie3:'):
                continue
            for pairs in split_header_words([line[12:].strip()]):
                (name, value), *attributes = pairs
                found = {key.lower(): text for key, text in attributes}
                rest = {key: text for key, text in attributes if key.lower() not in (
                    'port', 'path', 'domain', 'expires', 'version', 'comment', 'commenturl', 'port_spec', 'path_spec',
                    'domain_dot', 'secure', 'discard')}
                expires = found.get('expires')
                expires = iso2time(expires) if expires is not None else None
                domain = found['domain']
                cookie = Cookie(found.get('version'), name, value, found.get('port'), 'port_spec' in found, domain,
                                domain.startswith('.'), 'domain_dot' in found, found.get('path'),
                                'path_spec' in found, 'secure' in found, expires,
                                'discard' in found or expires is None, found.get('comment'), found.get('commenturl'),
                                rest)
                if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired(now)):
                    self.set_cookie(cookie)


class MozillaCookieJar(FileCookieJar):
    """The files of browsers and curl: a cookie a line, with tabs."""

    def _really_load(self, f, filename, ignore_discard, ignore_expires):
        now = time.time()
        if not NETSCAPE_MAGIC_RGX.match(f.readline()):
            raise LoadError('%r does not look like a Netscape format cookies file' % filename)
        for line in f:
            rest = {}
            if line.startswith(HTTPONLY_PREFIX):
                rest[HTTPONLY_ATTR] = ''
                line = line[len(HTTPONLY_PREFIX):]
            line = line.removesuffix('\n')
            if line.strip().startswith(('#', '$')) or not line.strip():
                continue
            try:
                domain, specified, path, secure, expires, name, value = line.split('\t')
            except ValueError:
                raise LoadError('invalid Netscape format cookies file %r: %r' % (filename, line)) from None
            if name == '':
                name, value = value, None
            specified = specified == 'TRUE'
            discard = expires == ''
            cookie = Cookie(0, name, value, None, False, domain, specified, domain.startswith('.'), path, False,
                            secure == 'TRUE', None if discard else expires, discard, None, None, rest)
            if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired(now)):
                self.set_cookie(cookie)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        with self._private(filename) as file:
            file.write(NETSCAPE_HEADER_TEXT)
            for cookie in self._kept(ignore_discard, ignore_expires):
                domain = (HTTPONLY_PREFIX if cookie.has_nonstandard_attr(HTTPONLY_ATTR) else '') + cookie.domain
                name, value = ('', cookie.name) if cookie.value is None else (cookie.name, cookie.value)
                expires = '' if cookie.expires is None else str(cookie.expires)
                file.write('\t'.join([domain, str(cookie.domain.startswith('.')).upper(), cookie.path,
                                      str(bool(cookie.secure)).upper(), expires, name, value]) + '\n')
