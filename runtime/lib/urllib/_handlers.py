# urllib.request: the handlers that fetch, redirect and judge answers. Passwords and proxies stand elsewhere.
import email
import email.message
import http.client
import io
import os
import re
import socket
import string
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin, urlparse
from urllib.response import addinfourl


def split_type(url):
    """(scheme in lower case, the rest); None for a scheme that is missing."""
    match = re.match('([^/:]+):(.*)', url, re.DOTALL)
    return (match[1].lower(), match[2]) if match else (None, url)


def split_authority(url):
    """(what stands between // and the path, the path); None for a host that is missing."""
    match = re.match('//([^/#?]*)(.*)', url, re.DOTALL)
    if not match:
        return None, url
    host, path = match.groups()
    return host, '/' + path if path and path[0] != '/' else path


def split_host_and_port(host):
    """(host, port as text or None)."""
    match = re.fullmatch('(.*):([0-9]*)', host, re.DOTALL)
    if match:
        return match[1], match[2] or None
    return host, None


class BaseHandler:
    """What a handler is: methods named for what they do (http_open, http_request, http_error_404)."""

    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass

    def __lt__(self, other):
        if not hasattr(other, 'handler_order'):
            return True
        return self.handler_order < other.handler_order


class HTTPErrorProcessor(BaseHandler):
    """Answers other than 2xx are errors."""

    handler_order = 1000

    def http_response(self, request, response):
        code, msg, headers = response.code, response.msg, response.info()
        if not 200 <= code < 300:
            response = self.parent.error('http', request, response, code, msg, headers)
        return response

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    """Goes where the server says, some times."""

    max_repeats = 4
    max_redirections = 10
    inf_msg = 'The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error ' \
              'message was:\n'

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The request to make instead; None: somebody else may know."""
        from urllib.request import Request
        method = req.get_method()
        if not (code in (301, 302, 303, 307, 308) and method in ('GET', 'HEAD')
                or code in (301, 302, 303) and method == 'POST'):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {name: value for name, value in req.headers.items()
                if name.lower() not in ('content-length', 'content-type')}
        return Request(newurl.replace(' ', '%20'), method='HEAD' if method == 'HEAD' else 'GET', headers=kept,
                       origin_req_host=req.origin_req_host, unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        where = headers.get('location', headers.get('uri'))
        if where is None:
            return None
        parts = urlparse(where)
        if parts.scheme not in ('http', 'https', 'ftp', ''):
            raise HTTPError(where, code, f"{msg} - Redirection to url '{where}' is not allowed", headers, fp)
        if not parts.path and parts.netloc:
            parts = parts._replace(path='/')
        where = quote(parts.geturl(), encoding='iso-8859-1', safe=string.punctuation)
        new = self.redirect_request(req, fp, code, msg, headers, urljoin(req.full_url, where))
        if new is None:
            return None
        self._count_visit(req, new, code, msg, headers, fp)
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout)

    def _count_visit(self, req, new, code, msg, headers, fp):
        if hasattr(req, 'redirect_dict'):
            visited = new.redirect_dict = req.redirect_dict
            if visited.get(new.full_url, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
                raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        else:
            visited = new.redirect_dict = req.redirect_dict = {}
        visited[new.full_url] = visited.get(new.full_url, 0) + 1

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class AbstractHTTPHandler(BaseHandler):
    """Completes requests and sends them on a connection."""

    def __init__(self, debuglevel=0):
        self._debuglevel = debuglevel

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def _get_content_length(self, request):
        return http.client.HTTPConnection._get_content_length(request.data, request.get_method())

    def do_request_(self, request):
        host = request.host
        if not host:
            raise URLError('no host given')
        if request.data is not None:
            data = request.data
            if isinstance(data, str):
                raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of '
                                'type str.')
            if not request.has_header('Content-type'):
                request.add_unredirected_header('Content-type', 'application/x-www-form-urlencoded')
            if not request.has_header('Content-length') and not request.has_header('Transfer-encoding'):
                length = self._get_content_length(request)
                if length is not None:
                    request.add_unredirected_header('Content-length', str(length))
                else:
                    request.add_unredirected_header('Transfer-encoding', 'chunked')
        to = host
        if request.has_proxy():
            to = split_authority(split_type(request.selector)[1])[0]
        if not request.has_header('Host'):
            request.add_unredirected_header('Host', to)
        for name, value in self.parent.addheaders:
            name = name.capitalize()
            if not request.has_header(name):
                request.add_unredirected_header(name, value)
        return request

    def do_open(self, http_class, req, **http_conn_args):
        """The answer to a request, on a connection of that class."""
        if not req.host:
            raise URLError('no host given')
        connection = http_class(req.host, timeout=req.timeout, **http_conn_args)
        connection.set_debuglevel(self._debuglevel)
        headers = {**req.unredirected_hdrs, **{k: v for k, v in req.headers.items() if k not in req.unredirected_hdrs}}
        headers['Connection'] = 'close'
        headers = {name.title(): value for name, value in headers.items()}
        if req._tunnel_host:
            connection.set_tunnel(req._tunnel_host, headers={
                name: headers.pop(name) for name in ('Proxy-Authorization',) if name in headers})
        try:
            try:
                connection.request(req.get_method(), req.selector, req.data, headers,
                                   encode_chunked=req.has_header('Transfer-encoding'))
            except OSError as error:
                raise URLError(error)
            response = connection.getresponse()
        except BaseException:
            connection.close()
            raise
        if connection.sock:  # the answer has the socket now
            connection.sock.close()
            connection.sock = None
        response.url = req.get_full_url()
        response.msg = response.reason
        return response


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, req):
        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPCookieProcessor(BaseHandler):
    """Sends cookies and keeps those that come."""

    def __init__(self, cookiejar=None):
        import http.cookiejar
        self.cookiejar = http.cookiejar.CookieJar() if cookiejar is None else cookiejar

    def http_request(self, request):
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request, https_response = http_request, http_response


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError('unknown url type: %s' % req.type)


class FileHandler(BaseHandler):
    """Files of this machine."""

    names = None

    def file_open(self, req):
        url = req.selector
        if url[:2] == '//' and url[2:3] != '/' and req.host and req.host != 'localhost':
            if req.host not in self.get_names():
                raise URLError('file:// scheme is supported only on localhost')
        else:
            return self.open_local_file(req)

    def get_names(self):
        if FileHandler.names is None:
            try:
                FileHandler.names = tuple(socket.gethostbyname_ex('localhost')[2]
                                          + socket.gethostbyname_ex(socket.gethostname())[2])
            except socket.gaierror:
                FileHandler.names = socket.gethostbyname('localhost'),
        return FileHandler.names

    def open_local_file(self, req):
        import email.utils
        import mimetypes
        host, filename = req.host, req.selector
        path = unquote(filename)
        try:
            facts = os.stat(path)
            modified = email.utils.formatdate(facts.st_mtime, usegmt=True)
            kind = mimetypes.guess_type(filename)[0]
            headers = email.message_from_string('Content-type: %s\nContent-length: %d\nLast-modified: %s\n'
                                                % (kind or 'text/plain', facts.st_size, modified))
            port = None
            if host:
                host, port = split_host_and_port(host)
            if not host or not port and socket.gethostbyname(host) in self.get_names():
                return addinfourl(open(path, 'rb'), headers, f'file://{host}{filename}' if host
                                  else 'file://' + filename)
        except OSError as error:
            raise URLError(error)
        raise URLError('file not on local host')


class DataHandler(BaseHandler):
    """What stands in the address itself."""

    def data_open(self, req):
        _, data = req.full_url.split(':', 1)
        kind, data = data.split(',', 1)
        data = unquote_to_bytes(data)
        if kind.endswith(';base64'):
            import base64
            data = base64.decodebytes(data)
            kind = kind[:-7]
        kind = kind or 'text/plain;charset=US-ASCII'
        headers = email.message_from_string('Content-type: %s\nContent-length: %d\n' % (kind, len(data)))
        return addinfourl(io.BytesIO(data), headers, req.full_url)
