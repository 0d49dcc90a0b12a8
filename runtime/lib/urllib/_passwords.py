# urllib.request: names and passwords, and the handlers that send them.
import base64
import hashlib
import os
import re
import time
from urllib._handlers import BaseHandler, HTTPError, split_host_and_port
from urllib.parse import urlsplit


class HTTPPasswordMgr:
    """Names and passwords, by realm and address."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        uris = [uri] if isinstance(uri, str) else uri
        known = self.passwd.setdefault(realm, {})
        for with_port in (True, False):
            known[tuple([self.reduce_uri(each, with_port) for each in uris])] = user, passwd

    def find_user_password(self, realm, authuri):
        known = self.passwd.get(realm, {})
        for with_port in (True, False):
            reduced = self.reduce_uri(authuri, with_port)
            for uris, found in known.items():
                if any(self.is_suburi(uri, reduced) for uri in uris):
                    return found
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """(authority, path) of an address or an authority."""
        parts = urlsplit(uri)
        scheme, authority, path = None, uri, '/'
        if parts[1]:
            scheme, authority, path = parts[0], parts[1], parts[2] or '/'
        host, port = split_host_and_port(authority)
        usual = {'http': 80, 'https': 443}.get(scheme)
        if default_port and port is None and scheme is not None and usual is not None:
            authority = '%s:%d' % (host, usual)
        return authority, path

    def is_suburi(self, base, test):
        """Whether `test` lies at or below `base`."""
        if base == test:
            return True
        if base[0] != test[0]:
            return False
        prefix = base[1] if base[1].endswith('/') else base[1] + '/'
        return test[1].startswith(prefix)


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """The realm None stands for all that are not known."""

    def find_user_password(self, realm, authuri):
        user, password = HTTPPasswordMgr.find_user_password(self, realm, authuri)
        if user is not None:
            return user, password
        return HTTPPasswordMgr.find_user_password(self, None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    """Knows too where a password is sent without being asked for."""

    def __init__(self, *args, **kwargs):
        self.authenticated = {}
        super().__init__(*args, **kwargs)

    def add_password(self, realm, uri, user, passwd, is_authenticated=False):
        self.update_authenticated(uri, is_authenticated)
        if realm is not None:
            super().add_password(None, uri, user, passwd)
        super().add_password(realm, uri, user, passwd)

    def update_authenticated(self, uri, is_authenticated=False):
        for each in [uri] if isinstance(uri, str) else uri:
            for with_port in (True, False):
                self.authenticated[self.reduce_uri(each, with_port)] = is_authenticated

    def is_authenticated(self, authuri):
        for with_port in (True, False):
            reduced = self.reduce_uri(authuri, with_port)
            for uri in self.authenticated:
                if self.is_suburi(uri, reduced):
                    return self.authenticated[uri]


class AbstractBasicAuthHandler:
    """Answers a 401 or 407 with a name and a password."""

    rx = re.compile('(?:^|,)[ \t]*([^ \t,]+)[ \t]+realm=(["\']?)([^"\']*)\\2', re.I)

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def _parse_realm(self, header):
        """(scheme, realm) of each challenge."""
        found = False
        for match in AbstractBasicAuthHandler.rx.finditer(header):
            scheme, quote, realm = match.groups()
            if quote not in ['"', "'"]:
                import warnings
                warnings.warn('Basic Auth Realm was unquoted', UserWarning, 3)
            yield scheme, realm
            found = True
        if not found:
            yield (header.split() or [''])[0], None

    def http_error_auth_reqed(self, authreq, host, req, headers):
        values = headers.get_all(authreq)
        if not values:
            return None
        unsupported = None
        for header in values:
            for scheme, realm in self._parse_realm(header):
                if scheme.lower() != 'basic':
                    unsupported = scheme
                elif realm is not None:
                    return self.retry_http_basic_auth(host, req, realm)
        if unsupported is not None:
            raise ValueError('AbstractBasicAuthHandler does not support the following scheme: %r' % (scheme,))

    def retry_http_basic_auth(self, host, req, realm):
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        value = 'Basic ' + base64.b64encode(f'{user}:{password}'.encode()).decode('ascii')
        if req.get_header(self.auth_header, None) == value:
            return None  # it was sent, and refused
        req.add_unredirected_header(self.auth_header, value)
        return self.parent.open(req, timeout=req.timeout)

    def http_request(self, req):
        if not hasattr(self.passwd, 'is_authenticated') or not self.passwd.is_authenticated(req.full_url):
            return req
        if not req.has_header('Authorization'):
            user, password = self.passwd.find_user_password(None, req.full_url)
            credentials = base64.standard_b64encode(f'{user}:{password}'.encode()).decode()
            req.add_unredirected_header('Authorization', 'Basic ' + credentials.strip())
        return req

    def http_response(self, req, response):
        if hasattr(self.passwd, 'is_authenticated'):
            self.passwd.update_authenticated(req.full_url, 200 <= response.code < 300)
        return response

    https_request, https_response = http_request, http_response


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = 'Authorization'

    def http_error_401(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('www-authenticate', req.full_url, req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = 'Proxy-authorization'

    def http_error_407(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('proxy-authenticate', req.host, req, headers)


def parse_keqv_list(l):
    """{name: value} of `name=value` texts, values without their quotation marks."""
    found = {}
    for each in l:
        name, value = each.split('=', 1)
        found[name] = value[1:-1] if value[0] == '"' and value[-1] == '"' else value
    return found


def parse_http_list(s):
    """The parts of a list with commas; those in quotation marks are left whole."""
    parts, part, escaped, quoted = [], '', False, False
    for character in s:
        if escaped:
            escaped = False
        elif quoted and character == '\\':
            escaped = True
            continue
        elif character == '"':
            quoted = not quoted
        elif character == ',' and not quoted:
            parts.append(part)
            part = ''
            continue
        part += character
    if part:
        parts.append(part)
    return [part.strip() for part in parts]


class AbstractDigestAuthHandler:
    """Answers a 401 or 407 with a hash of name, password and what the server asks."""

    def __init__(self, passwd=None):
        self.passwd = HTTPPasswordMgr() if passwd is None else passwd
        self.add_password = self.passwd.add_password
        self.retried = self.nonce_count = 0
        self.last_nonce = None

    def reset_retry_count(self):
        self.retried = 0

    def http_error_auth_reqed(self, auth_header, host, req, headers):
        authreq = headers.get(auth_header, None)
        if self.retried > 5:
            raise HTTPError(req.full_url, 401, 'digest auth failed', headers, None)
        self.retried += 1
        if authreq:
            scheme = authreq.split()[0]
            if scheme.lower() == 'digest':
                return self.retry_http_digest_auth(req, authreq)
            if scheme.lower() != 'basic':
                raise ValueError('AbstractDigestAuthHandler does not support the following scheme: %r' % scheme)

    def retry_http_digest_auth(self, req, auth):
        challenge = parse_keqv_list(filter(None, parse_http_list(auth.split(' ', 1)[1])))
        value = self.get_authorization(req, challenge)
        if value:
            value = f'Digest {value}'
            if req.headers.get(self.auth_header, None) == value:
                return None
            req.add_unredirected_header(self.auth_header, value)
            return self.parent.open(req, timeout=req.timeout)

    def get_cnonce(self, nonce):
        text = f'{self.nonce_count}:{nonce}:{time.ctime()}:'.encode('ascii') + os.urandom(8)
        return hashlib.sha1(text).hexdigest()[:16]

    def get_authorization(self, req, chal):
        try:
            realm, nonce = chal['realm'], chal['nonce']
            qop, algorithm = chal.get('qop'), chal.get('algorithm', 'MD5')
            opaque = chal.get('opaque')
        except KeyError:
            return None
        H, KD = self.get_algorithm_impls(algorithm)
        if H is None:
            return None
        user, password = self.passwd.find_user_password(realm, req.full_url)
        if user is None:
            return None
        entity = self.get_entity_digest(req.data, chal) if req.data is not None else None
        first, second = H(f'{user}:{realm}:{password}'), H(f'{req.get_method()}:{req.selector}')
        extra = ''
        if qop is None:
            answer = KD(first, f'{nonce}:{second}')
        elif 'auth' in qop.split(','):
            if nonce == self.last_nonce:
                self.nonce_count += 1
            else:
                self.nonce_count, self.last_nonce = 1, nonce
            count, cnonce = '%08x' % self.nonce_count, self.get_cnonce(nonce)
            answer = KD(first, f'{nonce}:{count}:{cnonce}:auth:{second}')
            extra = f', qop=auth, nc={count}, cnonce="{cnonce}"'
        else:
            raise HTTPError(req.full_url, 401, f"qop '{qop}' is not supported.", req.headers, None)
        text = f'username="{user}", realm="{realm}", nonce="{nonce}", uri="{req.selector}", response="{answer}"'
        if opaque:
            text += f', opaque="{opaque}"'
        if entity:
            text += f', digest="{entity}"'
        return f'{text}, algorithm="{algorithm}"{extra}'

    def get_algorithm_impls(self, algorithm):
        kinds = {'MD5': hashlib.md5, 'SHA': hashlib.sha1}
        if algorithm not in kinds:
            raise ValueError('Unsupported digest authentication algorithm %r' % algorithm)

        def H(text):
            return kinds[algorithm](text.encode('ascii')).hexdigest()
        return H, lambda secret, text: H(f'{secret}:{text}')

    def get_entity_digest(self, data, chal):
        return None


class HTTPDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    auth_header = 'Authorization'
    handler_order = 490  # before the one that sends passwords as they are

    def http_error_401(self, req, fp, code, msg, headers):
        retry = self.http_error_auth_reqed('www-authenticate', urlsplit(req.full_url)[1], req, headers)
        self.reset_retry_count()
        return retry


class ProxyDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    auth_header = 'Proxy-Authorization'
    handler_order = 490

    def http_error_407(self, req, fp, code, msg, headers):
        retry = self.http_error_auth_reqed('proxy-authenticate', req.host, req, headers)
        self.reset_retry_count()
        return retry
