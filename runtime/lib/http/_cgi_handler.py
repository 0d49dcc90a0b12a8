"""The handler of http.server that runs programs: CGI/1.1 by fork and exec. What the program writes is the answer."""
import base64
import binascii
import os
import select
import sys
import urllib.parse
from http import HTTPStatus

from http.server import SimpleHTTPRequestHandler

_nobody = None


def nobody_uid():
    """The number of the user `nobody`, as whom programs run when the server is root."""
    global _nobody
    if _nobody is None:
        try:
            import pwd
        except ImportError:
            return -1
        try:
            _nobody = pwd.getpwnam("nobody")[2]
        except KeyError:
            _nobody = 1 + max(row[2] for row in pwd.getpwall())
    return _nobody


def executable(path):
    return os.access(path, os.X_OK)


def _url_collapse_path(path):
    """A path without `.`, `..` and empty parts, as `/folders/last`; IndexError where it leaves the root."""
    path, mark, query = path.partition("?")
    parts = urllib.parse.unquote(path).split("/")
    folders = []
    for part in parts[:-1]:
        if part == "..":
            folders.pop()
        elif part and part != ".":
            folders.append(part)
    last = parts[-1]
    if last == "..":
        folders.pop()
        last = ""
    elif last == ".":
        last = ""
    if last and mark:
        last += "?" + query
    return "/" + "/".join(folders) + "/" + last if folders else "//" + last


class CGIHTTPRequestHandler(SimpleHTTPRequestHandler):
    """Serves files, and runs those of cgi_directories."""

    have_fork = hasattr(os, "fork")
    rbufsize = 0  # the program reads what follows the headers
    cgi_directories = ["/cgi-bin", "/htbin"]

    def do_POST(self):
        if self.is_cgi():
            self.run_cgi()
        else:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED, "Can only POST to CGI scripts")

    def send_head(self):
        return self.run_cgi() if self.is_cgi() else SimpleHTTPRequestHandler.send_head(self)

    def is_cgi(self):
        """Whether the path lies in one of cgi_directories; then cgi_info is (folder, the rest)."""
        path = _url_collapse_path(self.path)
        slash = path.find("/", 1)
        while slash > 0 and path[:slash] not in self.cgi_directories:
            slash = path.find("/", slash + 1)
        if slash <= 0:
            return False
        self.cgi_info = path[:slash], path[slash + 1:]
        return True

    def is_executable(self, path):
        return executable(path)

    def is_python(self, path):
        return os.path.splitext(path)[1].lower() in (".py", ".pyw")

    def _split_script(self):
        """(address of the program, its file, what follows it in the path, the query)"""
        folder, rest = self.cgi_info
        path = folder + "/" + rest
        slash = path.find("/", len(folder) + 1)
        while slash >= 0 and os.path.isdir(self.translate_path(path[:slash])):
            folder, rest = path[:slash], path[slash + 1:]
            slash = path.find("/", slash + 1)
        rest, _, query = rest.partition("?")
        script, slash, extra = rest.partition("/")
        address = folder + "/" + script
        return address, self.translate_path(address), slash + extra, query

    def run_cgi(self):
        address, file, extra, query = self._split_script()
        if not os.path.exists(file):
            self.send_error(HTTPStatus.NOT_FOUND, f"No such CGI script ({address!r})")
            return
        if not os.path.isfile(file):
            self.send_error(HTTPStatus.FORBIDDEN, f"CGI script is not a plain file ({address!r})")
            return
        if not self.is_python(address) or self.have_fork:
            if not self.is_executable(file):
                self.send_error(HTTPStatus.FORBIDDEN, f"CGI script is not executable ({address!r})")
                return
        environment = self._environment(address, extra, query)
        self.send_response(HTTPStatus.OK, "Script output follows")
        self.flush_headers()
        self._run_program(file, query.replace("+", " "), environment)

    def _environment(self, address, extra, query):
        path = urllib.parse.unquote(extra)
        env = dict(os.environ)
        env.update(SERVER_SOFTWARE=self.version_string(), SERVER_NAME=self.server.server_name,
                   GATEWAY_INTERFACE="CGI/1.1", SERVER_PROTOCOL=self.protocol_version,
                   SERVER_PORT=str(self.server.server_port), REQUEST_METHOD=self.command, PATH_INFO=path,
                   PATH_TRANSLATED=self.translate_path(path), SCRIPT_NAME=address, REMOTE_ADDR=self.client_address[0],
                   CONTENT_TYPE=self.headers.get("content-type") or self.headers.get_content_type())
        env["QUERY_STRING"] = query
        self._add_login(env)
        if length := self.headers.get("content-length"):
            env["CONTENT_LENGTH"] = length
        if referer := self.headers.get("referer"):
            env["HTTP_REFERER"] = referer
        env["HTTP_ACCEPT"] = ",".join(self.headers.get_all("accept", ()))
        if agent := self.headers.get("user-agent"):
            env["HTTP_USER_AGENT"] = agent
        if cookies := list(filter(None, self.headers.get_all("cookie", []))):
            env["HTTP_COOKIE"] = ", ".join(cookies)
        for name in ("QUERY_STRING", "REMOTE_HOST", "CONTENT_LENGTH", "HTTP_USER_AGENT", "HTTP_COOKIE", "HTTP_REFERER"):
            env.setdefault(name, "")
        return env

    def _add_login(self, env):
        words = self.headers.get("authorization", "").split()
        if len(words) != 2:
            return
        env["AUTH_TYPE"] = words[0]
        if words[0].lower() != "basic":
            return
        try:
            login = base64.decodebytes(words[1].encode("ascii")).decode("ascii")
        except (binascii.Error, UnicodeError):
            return
        if login.count(":") == 1:
            env["REMOTE_USER"] = login.partition(":")[0]

    def _run_program(self, file, query, environment):
        arguments = [os.path.basename(file)]
        if query and "=" not in query:
            arguments.append(query)
        nobody = nobody_uid()
        self.wfile.flush()
        child = os.fork()
        if child == 0:
            self._become(file, arguments, environment, nobody)
        _, status = os.waitpid(child, 0)
        while select.select([self.rfile], [], [], 0)[0] and self.rfile.read(1):
            pass  # what the program left unread
        if code := os.waitstatus_to_exitcode(status):
            self.log_error(f"CGI script exit code {code}")

    def _become(self, file, arguments, environment, nobody):
        try:
            try:
                os.setuid(nobody)
            except OSError:
                pass
            os.dup2(self.rfile.fileno(), 0)
            os.dup2(self.wfile.fileno(), 1)
            os.execve(file, arguments, environment)
        except BaseException:
            self.server.handle_error(self.request, self.client_address)
            os._exit(127)
