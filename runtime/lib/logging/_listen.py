# logging.config: a thread that takes configurations over a socket: four bytes of length, then JSON or an ini file.
import io
import json
import select
import socketserver
import struct
import threading
import traceback

import logging

_listener = None


class ConfigStreamHandler(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            header = self.connection.recv(4)
            if len(header) != 4:
                return
            size = struct.unpack(">L", header)[0]
            data = b""
            while len(data) < size and (part := self.connection.recv(size - len(data))):
                data += part
            if self.server.verify is not None:
                data = self.server.verify(data)
            if data is not None:
                _configure(data.decode("utf-8"))
            if self.server.ready:
                self.server.ready.set()
        except OSError as failure:
            if failure.errno != 104:  # the other side left
                raise


def _configure(text):
    from logging.config import dictConfig, fileConfig
    try:
        config = json.loads(text)
        assert isinstance(config, dict)
        dictConfig(config)
    except Exception:
        try:
            fileConfig(io.StringIO(text))
        except Exception:
            traceback.print_exc()


class ConfigSocketReceiver(socketserver.ThreadingTCPServer):
    allow_reuse_address = 1

    def __init__(self, host="localhost", port=9030, handler=None, ready=None, verify=None):
        socketserver.ThreadingTCPServer.__init__(self, (host, port), handler)
        self.abort = 0
        self.timeout = 1
        self.ready = ready
        self.verify = verify

    def serve_until_stopped(self):
        while not self.abort:
            if select.select([self.socket.fileno()], [], [], self.timeout)[0]:
                self.handle_request()
        self.server_close()


class _Server(threading.Thread):
    def __init__(self, port, verify):
        super().__init__()
        self.port = port
        self.verify = verify
        self.ready = threading.Event()

    def run(self):
        global _listener
        server = ConfigSocketReceiver(port=self.port, handler=ConfigStreamHandler, ready=self.ready,
                                      verify=self.verify)
        if self.port == 0:
            self.port = server.server_address[1]
        self.ready.set()
        with logging._lock:
            _listener = server
        server.serve_until_stopped()


def listen(port=9030, verify=None):
    """A thread, to be started, that waits for configurations; `verify` may refuse (None) or change them."""
    return _Server(port, verify)


def stopListening():
    global _listener
    with logging._lock:
        if _listener:
            _listener.abort = 1
            _listener = None
