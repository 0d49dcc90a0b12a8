"""Fetches what an address names: http, ftp, file, data. There is no ssl, so no https."""
import bisect
import contextlib
import os
import socket
import sys
import tempfile
from urllib._ftp import CacheFTPHandler, FTPHandler, ftperrors, ftpwrapper
from urllib._handlers import (AbstractHTTPHandler, BaseHandler, DataHandler, FileHandler, HTTPCookieProcessor,
                              HTTPDefaultErrorHandler, HTTPErrorProcessor, HTTPHandler, HTTPRedirectHandler,
                              UnknownHandler, split_authority, split_type)
from urllib._passwords import (AbstractBasicAuthHandler, AbstractDigestAuthHandler, HTTPBasicAuthHandler,
                               HTTPDigestAuthHandler, HTTPPasswordMgr, HTTPPasswordMgrWithDefaultRealm,
                               HTTPPasswordMgrWithPriorAuth, ProxyBasicAuthHandler, ProxyDigestAuthHandler,
                               parse_http_list, parse_keqv_list)
from urllib._proxies import (ProxyHandler, _parse_proxy, _proxy_bypass_macosx_sysconf, getproxies, getproxies_environment,
                             proxy_bypass, proxy_bypass_environment)
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, urldefrag, urlsplit

__all__ = ['Request', 'OpenerDirector', 'BaseHandler', 'HTTPDefaultErrorHandler', 'HTTPRedirectHandler',
           'HTTPCookieProcessor', 'ProxyHandler', 'HTTPPasswordMgr', 'HTTPPasswordMgrWithDefaultRealm',
           'HTTPPasswordMgrWithPriorAuth', 'AbstractBasicAuthHandler', 'HTTPBasicAuthHandler',
           'ProxyBasicAuthHandler', 'AbstractDigestAuthHandler', 'HTTPDigestAuthHandler', 'ProxyDigestAuthHandler',
           'HTTPHandler', 'FileHandler', 'UnknownHandler', 'HTTPErrorProcessor', 'urlopen', 'install_opener',
           'build_opener', 'pathname2url', 'url2pathname', 'getproxies', 'urlretrieve', 'urlcleanup', 'DataHandler',
           'FTPHandler', 'CacheFTPHandler', 'URLopener', 'FancyURLopener']
__version__ = '%d.%d' % sys.version_info[:2]

for _each in list(vars().values()):
    if getattr(_each, '__module__', None) in ('urllib._ftp', 'urllib._handlers', 'urllib._passwords', 'urllib._proxies'):
        _each.__module__ = 'urllib.request'

_opener = None
ftpcache = {}  # of URLopener: the connections that are open
MAXFTPCACHE = 10


def __getattr__(name):
    if name in ('URLopener', 'FancyURLopener', 'thishost'):  # hardly asked for any more
        from urllib import _openers
        return getattr(_openers, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, *, cafile=None, capath=None, cadefault=False,
            context=None):
    """Opens an address or a Request; the answer is a file with headers."""
    global _opener
    if cafile or capath or cadefault or context:
        raise ValueError('SSL support not available')
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


def install_opener(opener):
    global _opener
    _opener = opener


_url_tempfiles = []


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """(name of a file with what the address names, headers)."""
    scheme, path = split_type(url)
    with contextlib.closing(urlopen(url, data)) as source:
        headers = source.info()
        if scheme == 'file' and not filename:
            return os.path.normpath(path), headers
        if filename:
            target = open(filename, 'wb')
        else:
            target = tempfile.NamedTemporaryFile(delete=False)
            filename = target.name
            _url_tempfiles.append(filename)
        with target:
            result, block_size, size, read, block = (filename, headers), 1024 * 8, -1, 0, 0
            if 'content-length' in headers:
                size = int(headers['Content-Length'])
            if reporthook:
                reporthook(block, block_size, size)
            while part := source.read(block_size):
                read += len(part)
                target.write(part)
                block += 1
                if reporthook:
                    reporthook(block, block_size, size)
    if size >= 0 and read < size:
        raise ContentTooShortError('retrieval incomplete: got only %i out of %i bytes' % (read, size), result)
    return result


def urlcleanup():
    """Removes the files that urlretrieve made, and the installed opener."""
    global _opener
    for name in _url_tempfiles:
        with contextlib.suppress(OSError):
            os.unlink(name)
    del _url_tempfiles[:]
    _opener = None


def unwrap(url):
    """The address in `<URL:...>`."""
    url = str(url).strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == 'URL:' else url


def request_host(request):
    """The host of a request, as cookies compare it."""
    host = urlsplit(request.full_url)[1] or request.get_header('Host', '')
    name, colon, port = host.rpartition(':')
    return (name if colon and port.isdigit() else host).lower()


class Request:
    """What is asked: an address, data, headers, a method."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers, self.unredirected_hdrs = {}, {}
        self._data = self._tunnel_host = None
        self.data = data
        for name, value in headers.items():
            self.add_header(name, value)
        self.origin_req_host = request_host(self) if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return f'{self._full_url}#{self.fragment}' if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url = unwrap(url)
        self._full_url, self.fragment = urldefrag(self._full_url)
        self.fragment = self.fragment or None
        self._parse()

    @full_url.deleter
    def full_url(self):
        self._full_url = self.fragment = None
        self.selector = ''

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            if self.has_header('Content-length'):  # it was another body's
                self.remove_header('Content-length')

    @data.deleter
    def data(self):
        self.data = None

    def _parse(self):
        self.type, rest = split_type(self._full_url)
        if self.type is None:
            raise ValueError('unknown url type: %r' % self.full_url)
        self.host, self.selector = split_authority(rest)
        if self.host:
            self.host = unquote(self.host)

    def get_method(self):
        return getattr(self, 'method', 'POST' if self.data is not None else 'GET')

    def get_full_url(self):
        return self.full_url

    def set_proxy(self, host, type):
        if self.type == 'https' and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type, self.selector = type, self.full_url
        self.host = host

    def has_proxy(self):
        return self.selector == self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


class OpenerDirector:
    """Asks its handlers, in their order, for what their methods' names say."""

    def __init__(self):
        self.addheaders = [('User-agent', f'Python-urllib/{__version__}')]
        self.handlers = []
        self.handle_open, self.handle_error = {}, {}
        self.process_response, self.process_request = {}, {}

    def add_handler(self, handler):
        if not hasattr(handler, 'add_parent'):
            raise TypeError('expected BaseHandler instance, got %r' % type(handler))
        added = False
        for method in dir(handler):
            if method in ('redirect_request', 'do_open', 'proxy_open'):
                continue  # they look like names of this kind and are none
            protocol, _, condition = method.partition('_')
            if not _:
                continue
            if condition.startswith('error'):
                protocol_, _, kind = condition.partition('_')
                with contextlib.suppress(ValueError):
                    kind = int(kind)
                table = self.handle_error.setdefault(protocol, {})
            elif condition in ('open', 'response', 'request'):
                kind = protocol
                table = {'open': self.handle_open, 'response': self.process_response,
                         'request': self.process_request}[condition]
            else:
                continue
            bisect.insort(table.setdefault(kind, []), handler)
            added = True
        if added:
            bisect.insort(self.handlers, handler)
            handler.add_parent(self)

    def close(self):
        pass

    def _call_chain(self, chain, kind, meth_name, *args):
        """What the first handler that answers says."""
        for handler in chain.get(kind, ()):
            result = getattr(handler, meth_name)(*args)
            if result is not None:
                return result

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        if isinstance(fullurl, str):
            req = Request(fullurl, data)
        else:
            req = fullurl
            if data is not None:
                req.data = data
        req.timeout = timeout
        sys.audit('urllib.Request', req.full_url, req.data, req.headers, req.get_method())
        protocol = req.type
        for processor in self.process_request.get(protocol, []):
            req = getattr(processor, protocol + '_request')(req)
        response = self._open(req, data)
        for processor in self.process_response.get(protocol, []):
            response = getattr(processor, protocol + '_response')(req, response)
        return response

    def _open(self, req, data=None):
        return (self._call_chain(self.handle_open, 'default', 'default_open', req)
                or self._call_chain(self.handle_open, req.type, req.type + '_open', req)
                or self._call_chain(self.handle_open, 'unknown', 'unknown_open', req))

    def error(self, proto, *args):
        if proto in ('http', 'https'):
            table, proto, name = self.handle_error['http'], args[2], f'http_error_{args[2]}'
            original = args
        else:
            table, name, original = self.handle_error, proto + '_error', None
        result = self._call_chain(table, proto, name, *args)
        if result:
            return result
        if original is not None:
            return self._call_chain(table, 'default', 'http_error_default', *original)


def build_opener(*handlers):
    """An opener with the usual handlers and those given; one of a usual kind takes its place."""
    opener = OpenerDirector()
    usual = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FTPHandler,
             FileHandler, HTTPErrorProcessor, DataHandler]
    for kind in usual:
        if not any(issubclass(each, kind) if isinstance(each, type) else isinstance(each, kind) for each in handlers):
            opener.add_handler(kind())
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


def url2pathname(pathname):
    return unquote(pathname)


def pathname2url(pathname):
    return quote(pathname)
