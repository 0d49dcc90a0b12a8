# urllib.request: proxies, as the environment names them.
import base64
import os
from urllib._handlers import BaseHandler, split_host_and_port, split_type
from urllib.parse import unquote


def _split_user(host):
    """(name and password, host)."""
    user, at, host = host.rpartition('@')
    return (user if at else None), host


def _split_password(user):
    name, colon, password = user.partition(':')
    return name, (password if colon else None)


def getproxies_environment():
    """{scheme: proxy} of the variables `<scheme>_proxy`, those in lower case first."""
    found = {}
    for name, value in os.environ.items():
        name = name.lower()
        if value and name[-6:] == '_proxy':
            found[name[:-6]] = value
    if 'REQUEST_METHOD' in os.environ:  # in CGI a client could set HTTP_PROXY
        found.pop('http', None)
    for name, value in os.environ.items():
        if name[-6:] == '_proxy':
            name = name.lower()
            if value:
                found[name[:-6]] = value
            else:
                found.pop(name[:-6], None)
    return found


getproxies = getproxies_environment


def proxy_bypass_environment(host, proxies=None):
    """Whether `no_proxy` names the host."""
    if proxies is None:
        proxies = getproxies_environment()
    exceptions = proxies.get('no', '')
    if not exceptions:
        return False
    if exceptions == '*':
        return True
    host = host.lower()
    alone = split_host_and_port(host)[0]
    for name in exceptions.split(','):
        name = name.strip()
        if not name:
            continue
        name = name.lstrip('.').lower()
        if alone == name or host == name:
            return True
        if alone.endswith('.' + name) or host.endswith('.' + name):
            return True
    return False


proxy_bypass = proxy_bypass_environment


def _number_of_ip4(text):
    numbers = [*map(int, text.split('.')), 0, 0, 0][:4]
    return numbers[0] << 24 | numbers[1] << 16 | numbers[2] << 8 | numbers[3]


def _proxy_bypass_macosx_sysconf(host, proxy_settings):
    """Whether the settings of a Mac, {'exclude_simple': bool, 'exceptions': [name or address]}, name the host."""
    import ipaddress
    import re
    from fnmatch import fnmatch
    alone = split_host_and_port(host)[0]
    if '.' not in host and proxy_settings['exclude_simple']:
        return True
    try:
        number = int(ipaddress.IPv4Address(alone))
    except ipaddress.AddressValueError:
        number = None
    for pattern in filter(None, proxy_settings.get('exceptions', ())):
        network = re.match(r'(\d+(?:\.\d+)*)(/\d+)?', pattern)
        if network and number is not None:
            bits = int(network[2][1:]) if network[2] else 8 * (network[1].count('.') + 1)
            if 0 <= bits <= 32 and number >> (32 - bits) == _number_of_ip4(network[1]) >> (32 - bits):
                return True
        elif fnmatch(host, pattern):
            return True
    return False


def _parse_proxy(proxy):
    """(scheme, user, password, host and port)."""
    scheme, rest = split_type(proxy)
    if not rest.startswith('/'):
        scheme, authority = None, proxy
    else:
        if not rest.startswith('//'):
            raise ValueError('proxy URL with no authority: %r' % proxy)
        if '@' in rest:
            at = rest.find('@')
            end = rest.find('/', at)
        else:
            end = rest.find('/', 2)
        authority = rest[2:None if end == -1 else end]
    user, host = _split_user(authority)
    name, password = _split_password(user) if user else (None, None)
    return scheme, name, password, host


class ProxyHandler(BaseHandler):
    """Sends requests to proxies: {scheme: address}."""

    handler_order = 100

    def __init__(self, proxies=None):
        if proxies is None:
            proxies = getproxies()
        assert hasattr(proxies, 'keys'), 'proxies must be a mapping'
        self.proxies = proxies
        for scheme, url in proxies.items():
            scheme = scheme.lower()
            setattr(self, f'{scheme}_open',
                    lambda request, proxy=url, type=scheme: self.proxy_open(request, proxy, type))

    def proxy_open(self, req, proxy, type):
        scheme, user, password, host = _parse_proxy(proxy)
        original = req.type
        if scheme is None:
            scheme = original
        if req.host and proxy_bypass(req.host):
            return None
        if user and password:
            credentials = base64.b64encode(f'{unquote(user)}:{unquote(password)}'.encode()).decode('ascii')
            req.add_header('Proxy-authorization', 'Basic ' + credentials)
        req.set_proxy(unquote(host), scheme)
        if original == scheme or original == 'https':
            return None  # the handler of the scheme goes on
        return self.parent.open(req, timeout=req.timeout)
