# Which cookies are kept and which are sent.
import re
import urllib.parse
import urllib.request

IPV4_RE = re.compile(r'\.\d+$', re.ASCII)
cut_port_re = re.compile(r':\d+$', re.ASCII)


def is_HDN(text):
    return not (IPV4_RE.search(text) or text == '' or text[0] == '.' or text[-1] == '.')


def domain_match(A, B):
    """Whether the host A is B, or lies in the domain B."""
    A, B = A.lower(), B.lower()
    if A == B:
        return True
    if not is_HDN(A):
        return False
    place = A.rfind(B)
    return place > 0 and B.startswith('.') and is_HDN(B[1:])


def user_domain_match(A, B):
    A, B = A.lower(), B.lower()
    if IPV4_RE.search(A) or IPV4_RE.search(B):
        return A == B
    return A.endswith(B) if B.startswith('.') else A == B


def request_host(request):
    host = urllib.parse.urlparse(request.get_full_url())[1]
    if host == '':
        host = request.get_header('Host', '')
    return cut_port_re.sub('', host, 1).lower()


def eff_request_host(request):
    """(host, the same with .local if it has no dot)."""
    host = request_host(request)
    return host, host + '.local' if '.' not in host else host


def request_path(request):
    path = escape_path(urllib.parse.urlsplit(request.get_full_url()).path)
    return path if path.startswith('/') else '/' + path


def request_port(request):
    host = request.host
    place = host.find(':')
    if place < 0:
        return '80'
    port = host[place + 1:]
    return port if port.isdigit() else None


def escape_path(path):
    path = urllib.parse.quote(path, "%/;:@&=+$,!~*'()")
    return re.sub(r'%([0-9a-fA-F][0-9a-fA-F])', lambda match: '%' + match[1].upper(), path)


def reach(h):
    """The domain a host may set cookies for by default."""
    place = h.find('.')
    if place >= 0:
        rest = h[place + 1:]
        if is_HDN(h) and (rest.find('.') >= 0 or rest == 'local'):
            return '.' + rest
    return h


def is_third_party(request):
    return not domain_match(eff_request_host(request)[1], reach(request.origin_req_host))


class CookiePolicy:
    """The questions a jar asks."""

    def set_ok(self, cookie, request):
        raise NotImplementedError()

    def return_ok(self, cookie, request):
        raise NotImplementedError()

    def domain_return_ok(self, domain, request):
        return True

    def path_return_ok(self, path, request):
        return True


class DefaultCookiePolicy(CookiePolicy):
    """The usual answers, stricter or not."""

    DomainStrictNoDots, DomainStrictNonDomain, DomainRFC2965Match, DomainLiberal = 1, 2, 4, 0
    DomainStrict = DomainStrictNoDots | DomainStrictNonDomain

    def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False,
                 rfc2109_as_netscape=None, hide_cookie2=False, strict_domain=False, strict_rfc2965_unverifiable=True,
                 strict_ns_unverifiable=False, strict_ns_domain=DomainLiberal, strict_ns_set_initial_dollar=False,
                 strict_ns_set_path=False, secure_protocols=('https', 'wss')):
        self.netscape, self.rfc2965, self.rfc2109_as_netscape = netscape, rfc2965, rfc2109_as_netscape
        self.hide_cookie2, self.strict_domain = hide_cookie2, strict_domain
        self.strict_rfc2965_unverifiable = strict_rfc2965_unverifiable
        self.strict_ns_unverifiable, self.strict_ns_domain = strict_ns_unverifiable, strict_ns_domain
        self.strict_ns_set_initial_dollar, self.strict_ns_set_path = strict_ns_set_initial_dollar, strict_ns_set_path
        self.secure_protocols = secure_protocols
        self._blocked_domains = () if blocked_domains is None else tuple(blocked_domains)
        self._allowed_domains = None if allowed_domains is None else tuple(allowed_domains)

    def blocked_domains(self):
        return self._blocked_domains

    def set_blocked_domains(self, blocked_domains):
        self._blocked_domains = tuple(blocked_domains)

    def is_blocked(self, domain):
        return any(user_domain_match(domain, each) for each in self._blocked_domains)

    def allowed_domains(self):
        return self._allowed_domains

    def set_allowed_domains(self, allowed_domains):
        self._allowed_domains = None if allowed_domains is None else tuple(allowed_domains)

    def is_not_allowed(self, domain):
        if self._allowed_domains is None:
            return False
        return not any(user_domain_match(domain, each) for each in self._allowed_domains)

    def set_ok(self, cookie, request):
        assert cookie.name is not None
        return all(getattr(self, 'set_ok_' + what)(cookie, request)
                   for what in ('version', 'verifiability', 'name', 'path', 'domain', 'port'))

    def set_ok_version(self, cookie, request):
        if cookie.version is None:
            return False
        return self.rfc2965 if cookie.version > 0 else self.netscape

    def set_ok_verifiability(self, cookie, request):
        if request.unverifiable and is_third_party(request):
            return not (self.strict_rfc2965_unverifiable if cookie.version > 0 else self.strict_ns_unverifiable)
        return True

    def set_ok_name(self, cookie, request):
        return not (cookie.version == 0 and self.strict_ns_set_initial_dollar and cookie.name.startswith('$'))

    def set_ok_path(self, cookie, request):
        if cookie.path_specified and (cookie.version > 0 or cookie.version == 0 and self.strict_ns_set_path):
            return self.path_return_ok(cookie.path, request)
        return True

    def set_ok_domain(self, cookie, request):
        if self.is_blocked(cookie.domain) or self.is_not_allowed(cookie.domain):
            return False
        if not cookie.domain_specified:
            return True
        req_host, erhn = eff_request_host(request)
        domain = cookie.domain
        if self.strict_domain and domain.count('.') >= 2:
            first = domain.rfind('.', 0, domain.rfind('.'))
            if first == 0 and len(domain) - domain.rfind('.') == 3 and domain[1:domain.rfind('.')].lower() in (
                    'co', 'ac', 'com', 'edu', 'org', 'net', 'gov', 'mil', 'int', 'aero', 'biz', 'cat', 'coop', 'info',
                    'jobs', 'mobi', 'museum', 'name', 'pro', 'travel', 'eu'):
                return False
        inner = domain.removeprefix('.')
        if '.' not in inner and not erhn.endswith('.local'):
            return False
        if cookie.version == 0 and not any(('.' + host).endswith('.' + inner) for host in (erhn, req_host)):
            return False
        if (cookie.version > 0 or self.strict_ns_domain & self.DomainRFC2965Match) and not domain_match(erhn, domain):
            return False
        if cookie.version > 0 or self.strict_ns_domain & self.DomainStrictNoDots:
            prefix = req_host[:-len(domain)]
            if '.' in prefix and not IPV4_RE.search(req_host):
                return False
        return True

    def set_ok_port(self, cookie, request):
        if not cookie.port_specified:
            return True
        port = request_port(request) or '80'
        return any(each.isdigit() and each == port for each in cookie.port.split(','))

    def return_ok(self, cookie, request):
        return all(getattr(self, 'return_ok_' + what)(cookie, request)
                   for what in ('version', 'verifiability', 'secure', 'expires', 'port', 'domain'))

    def return_ok_version(self, cookie, request):
        return self.rfc2965 if cookie.version > 0 else self.netscape

    return_ok_verifiability = set_ok_verifiability

    def return_ok_secure(self, cookie, request):
        return not cookie.secure or request.type in self.secure_protocols

    def return_ok_expires(self, cookie, request):
        return not cookie.is_expired(self._now)

    def return_ok_port(self, cookie, request):
        return not cookie.port or (request_port(request) or '80') in cookie.port.split(',')

    def return_ok_domain(self, cookie, request):
        req_host, erhn = eff_request_host(request)
        domain = cookie.domain
        dotted = '.' + domain if domain and not domain.startswith('.') else domain
        if cookie.version == 0 and self.strict_ns_domain & self.DomainStrictNonDomain and not cookie.domain_specified \
                and domain != erhn:
            return False
        if cookie.version > 0 and not domain_match(erhn, domain):
            return False
        return cookie.version != 0 or any(('.' + host).endswith(dotted) for host in (erhn, req_host))

    def domain_return_ok(self, domain, request):
        req_host, erhn = eff_request_host(request)
        dotted = domain if not domain or domain.startswith('.') else '.' + domain
        hosts = [host if host.startswith('.') else '.' + host for host in (req_host, erhn)]
        if not any(host.endswith(dotted) for host in hosts):
            return False
        return not (self.is_blocked(domain) or self.is_not_allowed(domain))

    def path_return_ok(self, path, request):
        asked = request_path(request)
        if asked == path:
            return True
        return asked.startswith(path) and (path.endswith('/') or asked[len(path):len(path) + 1] == '/')
