# urllib.request: files of FTP servers.
import email
import socket
import time
from urllib._handlers import BaseHandler, split_host_and_port
from urllib._proxies import _split_password, _split_user
from urllib.error import URLError
from urllib.parse import unquote
from urllib.response import addclosehook, addinfourl


def ftperrors():
    """What ftplib raises, as a tuple."""
    import ftplib
    return ftplib.all_errors


def split_attributes(path):
    """(path, [attribute, ...]) of `path;attribute;...`"""
    path, *attributes = path.split(';')
    return path, attributes


class ftpwrapper:
    """A connection to a server, kept while files of it are open."""

    def __init__(self, user, passwd, host, port, dirs, timeout=None, persistent=True):
        self.user, self.passwd, self.host, self.port, self.dirs = user, passwd, host, port, dirs
        self.timeout = timeout
        self.refcount = 0
        self.keepalive = persistent
        try:
            self.init()
        except:
            self.close()
            raise

    def init(self):
        import ftplib
        self.busy = 0
        self.ftp = ftplib.FTP()
        self.ftp.connect(self.host, self.port, self.timeout)
        self.ftp.login(self.user, self.passwd)
        self.ftp.cwd('/'.join(self.dirs))

    def retrfile(self, file, type):
        """(file, size or None): a file, or a listing where the type is `d` or there is no such file."""
        import ftplib
        self.endtransfer()
        is_listing = type in ('d', 'D')
        command = 'TYPE A' if is_listing else 'TYPE ' + type
        try:
            self.ftp.voidcmd(command)
        except ftplib.all_errors:
            self.init()
            self.ftp.voidcmd(command)
        found = None
        if file and not is_listing:
            try:
                found = self.ftp.ntransfercmd('RETR ' + file)
            except ftplib.error_perm as reason:
                if str(reason)[:3] != '550':
                    raise URLError(f'ftp error: {reason}') from reason
        if found is None:
            found = self._listing(file)
        self.busy = 1
        connection, size = found
        shown = addclosehook(connection.makefile('rb'), self.file_close)
        self.refcount += 1
        connection.close()
        return shown, size

    def _listing(self, file):
        import ftplib
        self.ftp.voidcmd('TYPE A')
        if file:
            before = self.ftp.pwd()
            try:
                self.ftp.cwd(file)
            except ftplib.error_perm as reason:
                raise URLError('ftp error: %r' % reason) from reason
            finally:
                self.ftp.cwd(before)
        return self.ftp.ntransfercmd('LIST ' + file if file else 'LIST')

    def endtransfer(self):
        self.busy = 0

    def close(self):
        self.keepalive = False
        if self.refcount <= 0:
            self.real_close()

    def file_close(self):
        self.endtransfer()
        self.refcount -= 1
        if self.refcount <= 0 and not self.keepalive:
            self.real_close()

    def real_close(self):
        self.endtransfer()
        try:
            self.ftp.close()
        except (AttributeError, *ftperrors()):
            pass


class FTPHandler(BaseHandler):
    def ftp_open(self, req):
        import ftplib
        import mimetypes
        host = req.host
        if not host:
            raise URLError('ftp error: no host given')
        host, port = split_host_and_port(host)
        port = ftplib.FTP_PORT if port is None else int(port)
        user, host = _split_user(host)
        user, password = _split_password(user) if user else (None, None)
        host = unquote(host)
        user, password = user or '', password or ''
        try:
            host = socket.gethostbyname(host)
        except OSError as error:
            raise URLError(error)
        path, attributes = split_attributes(req.selector)
        *folders, file = map(unquote, path.split('/'))
        if folders and not folders[0]:
            folders = folders[1:]
        try:
            wrapper = self.connect_ftp(user, password, host, port, folders, req.timeout)
            kind = file and 'I' or 'D'
            for attribute in attributes:
                name, _, value = attribute.partition('=')
                if name.lower() == 'type' and value in ('a', 'A', 'i', 'I', 'd', 'D'):
                    kind = value.upper()
            fp, size = wrapper.retrfile(file, kind)
            headers = ''
            if guessed := mimetypes.guess_type(req.full_url)[0]:
                headers += f'Content-type: {guessed}\n'
            if size is not None and size >= 0:
                headers += f'Content-length: {size:d}\n'
            return addinfourl(fp, email.message_from_string(headers), req.full_url)
        except ftplib.all_errors as error:
            raise URLError(error) from error

    def connect_ftp(self, user, passwd, host, port, dirs, timeout):
        from urllib.request import ftpwrapper
        return ftpwrapper(user, passwd, host, port, dirs, timeout, persistent=False)


class CacheFTPHandler(FTPHandler):
    """Keeps some connections for some time."""

    def __init__(self):
        self.cache = {}
        self.timeout = {}
        self.soonest = 0
        self.delay = 60
        self.max_conns = 16

    def setTimeout(self, t):
        self.delay = t

    def setMaxConns(self, m):
        self.max_conns = m

    def connect_ftp(self, user, passwd, host, port, dirs, timeout):
        from urllib.request import ftpwrapper
        key = user, host, port, '/'.join(dirs), timeout
        if key not in self.cache:
            self.cache[key] = ftpwrapper(user, passwd, host, port, dirs, timeout)
        self.timeout[key] = time.time() + self.delay
        self.check_cache()
        return self.cache[key]

    def check_cache(self):
        now = time.time()
        if self.soonest <= now:
            for key in [key for key, end in self.timeout.items() if end < now]:
                self._forget(key)
        self.soonest = min(self.timeout.values(), default=0)
        if len(self.cache) == self.max_conns:
            self._forget(next(key for key, end in self.timeout.items() if end == self.soonest))
            self.soonest = min(self.timeout.values(), default=0)

    def _forget(self, key):
        self.cache.pop(key).close()
        del self.timeout[key]

    def clear_cache(self):
        for connection in self.cache.values():
            connection.close()
        self.cache.clear()
        self.timeout.clear()
