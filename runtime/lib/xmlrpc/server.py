"""Servers of XML-RPC: functions that are registered, called over HTTP or as a CGI program; some show their own pages."""
import http.server
import os
import re
import socketserver
import sys
import traceback
from http.server import BaseHTTPRequestHandler
from xmlrpc.client import Fault, dumps, gzip_decode, gzip_encode, loads


def resolve_dotted_attribute(obj, attr, allow_dotted_names=True):
    """obj.a.b.c; names that begin with _ are not given away."""
    for name in attr.split(".") if allow_dotted_names else [attr]:
        if name.startswith("_"):
            raise AttributeError("attempt to access private attribute \"%s\"" % name)
        obj = getattr(obj, name)
    return obj


def list_public_methods(obj):
    return [name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name))]


class SimpleXMLRPCDispatcher:
    """Functions by name, and one instance whose methods are asked too."""

    def __init__(self, allow_none=False, encoding=None, use_builtin_types=False):
        self.funcs = {}
        self.instance = None
        self.allow_none = allow_none
        self.encoding = encoding or "utf-8"
        self.use_builtin_types = use_builtin_types

    def register_instance(self, instance, allow_dotted_names=False):
        """allow_dotted_names lets callers reach what attributes have: everything."""
        self.instance = instance
        self.allow_dotted_names = allow_dotted_names

    def register_function(self, function=None, name=None):
        """Also a decorator."""
        if function is None:
            from functools import partial
            return partial(self.register_function, name=name)
        self.funcs[function.__name__ if name is None else name] = function
        return function

    def register_introspection_functions(self):
        self.funcs.update({"system.listMethods": self.system_listMethods,
                           "system.methodSignature": self.system_methodSignature,
                           "system.methodHelp": self.system_methodHelp})

    def register_multicall_functions(self):
        self.funcs.update({"system.multicall": self.system_multicall})

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        """The answer, as bytes, to a request."""
        try:
            params, method = loads(data, use_builtin_types=self.use_builtin_types)
            if dispatch_method is not None:
                response = dispatch_method(method, params)
            else:
                response = self._dispatch(method, params)
            response = dumps((response,), methodresponse=1, allow_none=self.allow_none, encoding=self.encoding)
        except Fault as fault:
            response = dumps(fault, allow_none=self.allow_none, encoding=self.encoding)
        except BaseException as failure:
            response = dumps(Fault(1, "%s:%s" % (type(failure), failure)), encoding=self.encoding,
                             allow_none=self.allow_none)
        return response.encode(self.encoding, "xmlcharrefreplace")

    def system_listMethods(self):
        methods = set(self.funcs)
        if self.instance is not None:
            if hasattr(self.instance, "_listMethods"):
                methods |= set(self.instance._listMethods())
            elif not hasattr(self.instance, "_dispatch"):
                methods |= set(list_public_methods(self.instance))
        return sorted(methods)

    def system_methodSignature(self, method_name):
        return "signatures not supported"

    def system_methodHelp(self, method_name):
        method = None
        if method_name in self.funcs:
            method = self.funcs[method_name]
        elif self.instance is not None:
            if hasattr(self.instance, "_methodHelp"):
                return self.instance._methodHelp(method_name)
            if not hasattr(self.instance, "_dispatch"):
                try:
                    method = resolve_dotted_attribute(self.instance, method_name, self.allow_dotted_names)
                except AttributeError:
                    pass
        if method is None:
            return ""
        from inspect import getdoc
        return getdoc(method) or ""

    def system_multicall(self, call_list):
        results = []
        for call in call_list:
            try:
                results.append([self._dispatch(call["methodName"], call["params"])])
            except Fault as fault:
                results.append({"faultCode": fault.faultCode, "faultString": fault.faultString})
            except BaseException as failure:
                results.append({"faultCode": 1, "faultString": "%s:%s" % (type(failure), failure)})
        return results

    def _dispatch(self, method, params):
        if method in self.funcs:
            func = self.funcs[method]
            if func is not None:
                return func(*params)
            raise Exception('method "%s" is not supported' % method)
        if self.instance is not None:
            if hasattr(self.instance, "_dispatch"):
                return self.instance._dispatch(method, params)
            try:
                func = resolve_dotted_attribute(self.instance, method, self.allow_dotted_names)
            except AttributeError:
                pass
            else:
                if func is not None:
                    return func(*params)
        raise Exception('method "%s" is not supported' % method)


class SimpleXMLRPCRequestHandler(BaseHTTPRequestHandler):
    """Takes requests by POST."""

    rpc_paths = ("/", "/RPC2", "/pydoc.css")
    encode_threshold = 1400  # an answer that fits one packet gains nothing from gzip
    wbufsize = -1
    disable_nagle_algorithm = True
    aepattern = re.compile(r"\s* ([^\s;]+) \s* (;\s* q \s*=\s* ([0-9\.]+))?", re.VERBOSE | re.IGNORECASE)

    def accept_encodings(self):
        """{encoding: how much it is liked}"""
        found = {}
        for part in self.headers.get("Accept-Encoding", "").split(","):
            if match := self.aepattern.match(part):
                liked = match[3]
                found[match[1]] = float(liked) if liked else 1.0
        return found

    def is_rpc_path_valid(self):
        return self.path in self.rpc_paths if self.rpc_paths else True

    def do_POST(self):
        if not self.is_rpc_path_valid():
            self.report_404()
            return
        try:
            data = self.decode_request_content(self._read_body(int(self.headers["content-length"])))
            if data is None:
                return  # the answer was sent
            response = self.server._marshaled_dispatch(data, getattr(self, "_dispatch", None), self.path)
        except Exception as failure:
            self.send_response(500)
            if getattr(self.server, "_send_traceback_header", False):
                self.send_header("X-exception", str(failure))
                trace = str(traceback.format_exc().encode("ASCII", "backslashreplace"), "ASCII")
                self.send_header("X-traceback", trace)
            self.send_header("Content-length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-type", "text/xml")
        if self.encode_threshold is not None and len(response) > self.encode_threshold \
                and self.accept_encodings().get("gzip", 0):
            try:
                response = gzip_encode(response)
                self.send_header("Content-Encoding", "gzip")
            except NotImplementedError:
                pass
        self.send_header("Content-length", str(len(response)))
        self.end_headers()
        self.wfile.write(response)

    def _read_body(self, left):
        parts = []
        while left and (part := self.rfile.read(min(left, 10 * 1024 * 1024))):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)

    def decode_request_content(self, data):
        encoding = self.headers.get("content-encoding", "identity").lower()
        if encoding == "identity":
            return data
        if encoding == "gzip":
            try:
                return gzip_decode(data)
            except NotImplementedError:
                self.send_response(501, "encoding %r not supported" % encoding)
            except ValueError:
                self.send_response(400, "error decoding gzip content")
        else:
            self.send_response(501, "encoding %r not supported" % encoding)
        self.send_header("Content-length", "0")
        self.end_headers()

    def report_404(self):
        self.send_response(404)
        response = b"No such page"
        self.send_header("Content-type", "text/plain")
        self.send_header("Content-length", str(len(response)))
        self.end_headers()
        self.wfile.write(response)

    def log_request(self, code="-", size="-"):
        if self.server.logRequests:
            BaseHTTPRequestHandler.log_request(self, code, size)


class SimpleXMLRPCServer(socketserver.TCPServer, SimpleXMLRPCDispatcher):
    allow_reuse_address = True
    _send_traceback_header = False  # it tells what is nobody's business

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True, allow_none=False,
                 encoding=None, bind_and_activate=True, use_builtin_types=False):
        self.logRequests = logRequests
        SimpleXMLRPCDispatcher.__init__(self, allow_none, encoding, use_builtin_types)
        socketserver.TCPServer.__init__(self, addr, requestHandler, bind_and_activate)


class MultiPathXMLRPCServer(SimpleXMLRPCServer):
    """A dispatcher for each path."""

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True, allow_none=False,
                 encoding=None, bind_and_activate=True, use_builtin_types=False):
        SimpleXMLRPCServer.__init__(self, addr, requestHandler, logRequests, allow_none, encoding, bind_and_activate,
                                    use_builtin_types)
        self.dispatchers = {}
        self.allow_none = allow_none
        self.encoding = encoding or "utf-8"

    def add_dispatcher(self, path, dispatcher):
        self.dispatchers[path] = dispatcher
        return dispatcher

    def get_dispatcher(self, path):
        return self.dispatchers[path]

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        try:
            return self.dispatchers[path]._marshaled_dispatch(data, dispatch_method, path)
        except BaseException as failure:
            fault = Fault(1, "%s:%s" % (type(failure), failure))
            return dumps(fault, encoding=self.encoding, allow_none=self.allow_none).encode(self.encoding,
                                                                                           "xmlcharrefreplace")


class CGIXMLRPCRequestHandler(SimpleXMLRPCDispatcher):
    """One request, which a server of the web hands to this program."""

    def __init__(self, allow_none=False, encoding=None, use_builtin_types=False):
        SimpleXMLRPCDispatcher.__init__(self, allow_none, encoding, use_builtin_types)

    def _answer(self, kind, data):
        print("Content-Type: %s" % kind)
        print("Content-Length: %d" % len(data))
        print()
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def handle_xmlrpc(self, request_text):
        self._answer("text/xml", self._marshaled_dispatch(request_text))

    def handle_get(self):
        code = 400
        message, explain = BaseHTTPRequestHandler.responses[code]
        data = http.server.DEFAULT_ERROR_MESSAGE % {"code": code, "message": message, "explain": explain}
        print("Status: %d %s" % (code, message))
        self._answer(http.server.DEFAULT_ERROR_CONTENT_TYPE, data.encode("utf-8"))

    def handle_request(self, request_text=None):
        if request_text is None and os.environ.get("REQUEST_METHOD", None) == "GET":
            self.handle_get()
            return
        try:
            length = int(os.environ.get("CONTENT_LENGTH", None))
        except (ValueError, TypeError):
            length = -1
        self.handle_xmlrpc(sys.stdin.read(length) if request_text is None else request_text)


from xmlrpc._documented import (DocCGIXMLRPCRequestHandler, DocXMLRPCRequestHandler, DocXMLRPCServer,  # after the bases
                                ServerHTMLDoc, XMLRPCDocGenerator)

for _each in (DocCGIXMLRPCRequestHandler, DocXMLRPCRequestHandler, DocXMLRPCServer, ServerHTMLDoc, XMLRPCDocGenerator):
    _each.__module__ = "xmlrpc.server"

if __name__ == "__main__":
    class ExampleService:
        def getData(self):
            return "42"

    with SimpleXMLRPCServer(("localhost", 8000)) as server:
        server.register_function(pow)
        server.register_function(lambda x, y: x + y, "add")
        server.register_instance(ExampleService(), allow_dotted_names=True)
        server.register_multicall_functions()
        print("Serving XML-RPC on localhost port 8000")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nKeyboard interrupt received, exiting.")
            sys.exit(0)
