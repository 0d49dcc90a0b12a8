# urllib.request: URLopener and FancyURLopener, the way of Python 1 to open addresses, which warns that it is old.
import base64
import contextlib
import email
import email.utils
import http.client
import io
import mimetypes
import os
import socket
import sys
import tempfile
import time
import warnings
from urllib._ftp import ftperrors, split_attributes
from urllib._handlers import split_authority, split_host_and_port, split_type
from urllib._proxies import _split_password, _split_user, getproxies, proxy_bypass
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin, urlparse
from urllib.response import addinfourl


def _encoded(url):
    """An address as text of ASCII characters only."""
    if not isinstance(url, str):
        return url
    try:
        return url.encode('ASCII').decode()
    except UnicodeError:
        raise UnicodeError('URL ' + repr(url) + ' contains non-ASCII characters')


def _basic(user_and_password):
    return base64.b64encode(unquote(user_and_password).encode()).decode('ascii') if user_and_password else None


class URLopener:
    """Opens an address by the method open_<scheme>."""

    version = 'Python-urllib/%d.%d' % sys.version_info[:2]
    __tempfiles = None

    def __init__(self, proxies=None, **x509):
        warnings.warn('%(class)s style of invoking requests is deprecated. Use newer urlopen functions/methods'
                      % {'class': self.__class__.__name__}, DeprecationWarning, stacklevel=3)
        self.proxies = getproxies() if proxies is None else proxies
        assert hasattr(self.proxies, 'keys'), 'proxies must be a mapping'
        self.key_file, self.cert_file = x509.get('key_file'), x509.get('cert_file')
        self.addheaders = [('User-Agent', self.version), ('Accept', '*/*')]
        self.__tempfiles = []
        self.tempcache = None
        from urllib import request
        self.ftpcache = request.ftpcache

    def __del__(self):
        self.close()

    def close(self):
        self.cleanup()

    def cleanup(self):
        for name in self.__tempfiles or ():
            with contextlib.suppress(OSError):
                os.unlink(name)
        if self.__tempfiles:
            del self.__tempfiles[:]
        if self.tempcache:
            self.tempcache.clear()

    def addheader(self, *args):
        self.addheaders.append(args)

    def open(self, fullurl, data=None):
        from urllib.request import unwrap
        fullurl = quote(unwrap(_encoded(fullurl)), safe="%/:=&?~#+!$,;'@()*[]|")
        if self.tempcache and fullurl in self.tempcache:
            filename, headers = self.tempcache[fullurl]
            return addinfourl(open(filename, 'rb'), headers, fullurl)
        scheme, url = split_type(fullurl)
        scheme = scheme or 'file'
        proxy = self.proxies.get(scheme)
        if proxy:
            scheme, authority = split_type(proxy)
            url = split_authority(authority)[0], fullurl
        self.type = scheme
        name = 'open_' + scheme.replace('-', '_')
        if not hasattr(self, name) or name == 'open_local_file':
            return self.open_unknown_proxy(proxy, fullurl, data) if proxy else self.open_unknown(fullurl, data)
        try:
            return getattr(self, name)(url) if data is None else getattr(self, name)(url, data)
        except (URLError, http.client.HTTPException):
            raise
        except OSError as error:
            raise OSError('socket error', error) from error

    def open_unknown(self, fullurl, data=None):
        raise OSError('url error', 'unknown url type', split_type(fullurl)[0])

    def open_unknown_proxy(self, proxy, fullurl, data=None):
        raise OSError('url error', 'invalid proxy for %s' % split_type(fullurl)[0], proxy)

    def retrieve(self, url, filename=None, reporthook=None, data=None):
        """(name of a file, headers); a local file is named as it is."""
        from urllib.request import unwrap
        url = unwrap(_encoded(url))
        if self.tempcache and url in self.tempcache:
            return self.tempcache[url]
        scheme, path = split_type(url)
        if filename is None and (not scheme or scheme == 'file'):
            try:
                with self.open_local_file(path) as found:
                    return url2file(split_authority(path)[1]), found.info()
            except OSError:
                pass
        with self.open(url, data) as source:
            headers = source.info()
            if not filename:
                suffix = os.path.splitext(split_attributes(split_authority(path or '')[1] or '')[0])[1]
                descriptor, filename = tempfile.mkstemp(suffix)
                self.__tempfiles.append(filename)
                target = os.fdopen(descriptor, 'wb')
            else:
                target = open(filename, 'wb')
            result = filename, headers
            if self.tempcache is not None:
                self.tempcache[url] = result
            read, size = self._copy(source, target, headers, reporthook)
        if size >= 0 and read < size:
            raise ContentTooShortError('retrieval incomplete: got only %i out of %i bytes' % (read, size), result)
        return result

    def _copy(self, source, target, headers, reporthook):
        block_size, read, block = 1024 * 8, 0, 0
        size = int(headers['Content-Length']) if 'content-length' in headers else -1
        with target:
            if reporthook:
                reporthook(0, block_size, size)
            while part := source.read(block_size):
                read += len(part)
                target.write(part)
                block += 1
                if reporthook:
                    reporthook(block, block_size, size)
        return read, size

    # --- http

    def open_http(self, url, data=None):
        return self._open_generic_http(http.client.HTTPConnection, url, data)

    def _open_generic_http(self, connection_factory, url, data):
        user = proxy_user = None
        if isinstance(url, str):
            host, selector = split_authority(url)
            if host:
                user, host = _split_user(host)
                host = unquote(host)
            real_host = host
        else:  # (proxy, the whole address)
            host, selector = url
            proxy_user, host = _split_user(host)
            scheme, rest = split_type(selector)
            real_host = None
            if scheme.lower() == 'http':
                real_host, rest = split_authority(rest)
                if real_host:
                    user, real_host = _split_user(real_host)
                if user:
                    selector = '%s://%s%s' % (scheme, real_host, rest)
                if proxy_bypass(real_host):
                    host = real_host
        if not host:
            raise OSError('http error', 'no host given')
        connection = connection_factory(host)
        headers = {}
        if proxy_user:
            headers['Proxy-Authorization'] = 'Basic %s' % _basic(proxy_user)
        if user:
            headers['Authorization'] = 'Basic %s' % _basic(user)
        if real_host:
            headers['Host'] = real_host
        headers['Connection'] = 'close'
        headers.update(self.addheaders)
        if data is not None:
            headers['Content-Type'] = 'application/x-www-form-urlencoded'
            connection.request('POST', selector, data, headers)
        else:
            connection.request('GET', selector, headers=headers)
        try:
            response = connection.getresponse()
        except http.client.BadStatusLine:
            raise URLError('http protocol error: bad status line')
        if 200 <= response.status < 300:
            return addinfourl(response, response.msg, 'http:' + (url if isinstance(url, str) else selector),
                              response.status)
        return self.http_error(url, response.fp, response.status, response.reason, response.msg, data)

    def http_error(self, url, fp, errcode, errmsg, headers, data=None):
        """http_error_<code>, if there is one and it answers; else http_error_default."""
        method = getattr(self, 'http_error_%d' % errcode, None)
        if method is not None:
            args = (url, fp, errcode, errmsg, headers) + (() if data is None else (data,))
            if result := method(*args):
                return result
        return self.http_error_default(url, fp, errcode, errmsg, headers)

    def http_error_default(self, url, fp, errcode, errmsg, headers):
        fp.close()
        raise HTTPError(url, errcode, errmsg, headers, None)

    # --- files, ftp, data

    def open_file(self, url):
        if not isinstance(url, str):
            raise URLError('file error: proxy support for file protocol currently not implemented')
        if url[:2] == '//' and url[2:3] != '/' and url[2:12].lower() != 'localhost/':
            raise ValueError('file:// scheme is supported only on localhost')
        return self.open_local_file(url)

    def open_local_file(self, url):
        host, file = split_authority(url)
        path = url2file(file)
        try:
            facts = os.stat(path)
        except OSError as error:
            raise URLError(error.strerror, error.filename)
        headers = email.message_from_string('Content-Type: %s\nContent-Length: %d\nLast-modified: %s\n' % (
            mimetypes.guess_type(url)[0] or 'text/plain', facts.st_size,
            email.utils.formatdate(facts.st_mtime, usegmt=True)))
        shown = file
        if not host:
            if file[:1] == '/':
                shown = 'file://' + file
            return addinfourl(open(path, 'rb'), headers, shown)
        host, port = split_host_and_port(host)
        if not port and socket.gethostbyname(host) in (socket.gethostbyname('localhost'), *thishost()):
            if file[:1] == '/':
                shown = 'file://' + file
            elif file[:2] == './':
                raise ValueError('local file url may start with / or file:. Unknown url of type: %s' % url)
            return addinfourl(open(path, 'rb'), headers, shown)
        raise URLError('local file error: not on local host')

    def open_ftp(self, url):
        from urllib import request
        if not isinstance(url, str):
            raise URLError('ftp error: proxy support for ftp protocol currently not implemented')
        host, path = split_authority(url)
        if not host:
            raise URLError('ftp error: no host given')
        host, port = split_host_and_port(host)
        user, host = _split_user(host)
        user, password = _split_password(user) if user else (None, None)
        user, password = unquote(user or ''), unquote(password or '')
        host = socket.gethostbyname(unquote(host))
        if not port:
            import ftplib
            port = ftplib.FTP_PORT
        path, attributes = split_attributes(path)
        *folders, file = unquote(path).split('/')
        if folders and not folders[0]:
            folders = folders[1:]
        if folders and not folders[0]:
            folders[0] = '/'
        key = user, host, int(port), '/'.join(folders)
        if len(self.ftpcache) > request.MAXFTPCACHE:
            for old in [each for each in self.ftpcache if each != key]:
                self.ftpcache.pop(old).close()
        try:
            if key not in self.ftpcache:
                self.ftpcache[key] = request.ftpwrapper(user, password, host, int(port), folders)
            kind = 'I' if file else 'D'
            for attribute in attributes:
                name, _, value = attribute.partition('=')
                if name.lower() == 'type' and value in ('a', 'A', 'i', 'I', 'd', 'D'):
                    kind = value.upper()
            fp, size = self.ftpcache[key].retrfile(file, kind)
            headers = ''
            if guessed := mimetypes.guess_type('ftp:' + url)[0]:
                headers += 'Content-Type: %s\n' % guessed
            if size is not None and size >= 0:
                headers += 'Content-Length: %d\n' % size
            return addinfourl(fp, email.message_from_string(headers), 'ftp:' + url)
        except ftperrors() as error:
            raise URLError(f'ftp error: {error}') from error

    def open_data(self, url, data=None):
        if not isinstance(url, str):
            raise URLError('data error: proxy support for data protocol currently not implemented')
        try:
            kind, data = url.split(',', 1)
        except ValueError:
            raise OSError('data error', 'bad data URL')
        kind = kind or 'text/plain;charset=US-ASCII'
        semicolon = kind.rfind(';')
        encoding = ''
        if semicolon >= 0 and '=' not in kind[semicolon:]:
            kind, encoding = kind[:semicolon], kind[semicolon + 1:]
        if encoding == 'base64':
            data = base64.decodebytes(data.encode('ascii')).decode('latin-1')
        else:
            data = unquote_to_bytes(data).decode('latin-1')
        text = 'Date: %s\nContent-type: %s\nContent-Length: %d\n\n%s' % (
            time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(time.time())), kind, len(data), data)
        return addinfourl(io.StringIO(text), email.message_from_string(text), url)


def url2file(url):
    return unquote(url)


URLopener.__module__ = 'urllib.request'
_names_of_this_host = None


def thishost():
    """The addresses of this machine."""
    global _names_of_this_host
    if _names_of_this_host is None:
        try:
            _names_of_this_host = tuple(socket.gethostbyname_ex(socket.gethostname())[2])
        except socket.gaierror:
            _names_of_this_host = tuple(socket.gethostbyname_ex('localhost')[2])
    return _names_of_this_host


class FancyURLopener(URLopener):
    """Follows redirections and asks for passwords."""

    def __init__(self, *args, **kwargs):
        URLopener.__init__(self, *args, **kwargs)
        self.auth_cache = {}
        self.tries = 0
        self.maxtries = 10

    def http_error_default(self, url, fp, errcode, errmsg, headers):
        return addinfourl(fp, headers, 'http:' + url, errcode)

    def http_error_302(self, url, fp, errcode, errmsg, headers, data=None):
        self.tries += 1
        try:
            if self.maxtries and self.tries >= self.maxtries:
                self.tries = 0
                method = getattr(self, 'http_error_500', self.http_error_default)
                return method(url, fp, 500, 'Internal Server Error: Redirect Recursion', headers)
            return self.redirect_internal(url, fp, errcode, errmsg, headers, data)
        finally:
            self.tries = 0

    def redirect_internal(self, url, fp, errcode, errmsg, headers, data):
        where = headers.get('location', headers.get('uri'))
        if where is None:
            return None
        fp.close()
        where = urljoin(self.type + ':' + url, where)
        if urlparse(where).scheme not in ('http', 'https', 'ftp', ''):
            raise HTTPError(where, errcode, errmsg + " Redirection to url '%s' is not allowed." % where, headers, fp)
        return self.open(where)

    def http_error_301(self, url, fp, errcode, errmsg, headers, data=None):
        return self.http_error_302(url, fp, errcode, errmsg, headers, data)

    http_error_303 = http_error_301

    def http_error_307(self, url, fp, errcode, errmsg, headers, data=None):
        if data is None:
            return self.http_error_302(url, fp, errcode, errmsg, headers, data)
        return self.http_error_default(url, fp, errcode, errmsg, headers)

    http_error_308 = http_error_307

    def http_error_401(self, url, fp, errcode, errmsg, headers, data=None, retry=False):
        return self._retry('www-authenticate', '', url, fp, errcode, errmsg, headers, data, retry)

    def http_error_407(self, url, fp, errcode, errmsg, headers, data=None, retry=False):
        return self._retry('proxy-authenticate', 'proxy_', url, fp, errcode, errmsg, headers, data, retry)

    def _retry(self, header, kind, url, fp, errcode, errmsg, headers, data, retry):
        import re
        challenge = headers.get(header, '')
        found = re.match('[ \t]*([^ \t]+)[ \t]+realm="([^"]*)"', challenge)
        if not found or found[1].lower() != 'basic' or not retry:
            return URLopener.http_error_default(self, url, fp, errcode, errmsg, headers)
        method = getattr(self, f'retry_{kind}{self.type}_basic_auth')
        return method(url, found[2]) if data is None else method(url, found[2], data)

    def retry_http_basic_auth(self, url, realm, data=None):
        host, selector = split_authority(url)
        where = self._with_password(host, realm)
        return where and self.open('http://' + where + selector, *(() if data is None else (data,)))

    retry_https_basic_auth = retry_http_basic_auth

    def retry_proxy_http_basic_auth(self, url, realm, data=None):
        host, selector = split_authority(url)
        proxy, proxy_selector = split_authority(split_type(self.proxies['http'])[1])
        where = self._with_password(proxy, realm)
        if not where:
            return None
        self.proxies['http'] = 'http://' + where + proxy_selector
        return self.open('http://' + host + selector, *(() if data is None else (data,)))

    retry_proxy_https_basic_auth = retry_proxy_http_basic_auth

    def _with_password(self, host, realm):
        at = host.find('@') + 1
        host = host[at:]
        user, password = self.get_user_passwd(host, realm, at)
        return f"{quote(user, safe='')}:{quote(password, safe='')}@{host}" if user or password else None

    def get_user_passwd(self, host, realm, clear_cache=0):
        key = realm + '@' + host.lower()
        if key in self.auth_cache:
            if not clear_cache:
                return self.auth_cache[key]
            del self.auth_cache[key]
        user, password = self.prompt_user_passwd(host, realm)
        if user or password:
            self.auth_cache[key] = user, password
        return user, password

    def prompt_user_passwd(self, host, realm):
        import getpass
        try:
            user = input('Enter username for %s at %s: ' % (realm, host))
            return user, getpass.getpass('Enter password for %s in %s at %s: ' % (user, realm, host))
        except KeyboardInterrupt:
            print()
            return None, None


FancyURLopener.__module__ = 'urllib.request'
