# logging.handlers that send: records pickled over streams and datagrams, the system's log, forms of the web, mail.
import http.server
import logging
import logging.handlers
import pickle
import socket
import struct
import threading

logger = logging.getLogger("far")
logger.setLevel(logging.DEBUG)
logger.propagate = False


def logged(handler, *args, level=logging.INFO):
    logger.addHandler(handler)
    try:
        logger.log(level, *args)
    finally:
        logger.removeHandler(handler)
        handler.close()


def unpacked(data):
    size, = struct.unpack(">L", data[:4])
    record = logging.makeLogRecord(pickle.loads(data[4:]))
    return size == len(data) - 4, record.name, record.getMessage(), record.args


with socket.create_server(("127.0.0.1", 0)) as server:
    logged(logging.handlers.SocketHandler(*server.getsockname()), "by %s", "stream")
    with server.accept()[0] as connection:
        print(*unpacked(b"".join(iter(lambda: connection.recv(1000), b""))))  # expect: True far by stream None

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
    server.bind(("127.0.0.1", 0))
    logged(logging.handlers.DatagramHandler(*server.getsockname()), "by %s", "datagram")
    print(*unpacked(server.recv(5000)))  # expect: True far by datagram None
    handler = logging.handlers.SysLogHandler(server.getsockname(), logging.handlers.SysLogHandler.LOG_MAIL)
    handler.ident = "me:"
    logged(handler, "badly", level=logging.CRITICAL)
    print(server.recv(5000))  # expect: b'<18>me:badly\x00'
print(handler.encodePriority("local7", "debug"), handler.mapPriority("other"))  # expect: 191 warning


class Forms(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        seen.append((self.path, "msg=by+form" in body, self.headers["Authorization"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


seen = []
with http.server.HTTPServer(("127.0.0.1", 0), Forms) as server:
    thread = threading.Thread(target=server.handle_request, daemon=True)
    thread.start()
    host = "%s:%d" % server.server_address
    logged(logging.handlers.HTTPHandler(host, "/log", "POST", credentials=("u", "p")), "by form")
    thread.join()
print(*seen)  # expect: ('/log', True, 'Basic dTpw')
for wrong in ({"method": "PUT"}, {"context": 1}):
    try:
        logging.handlers.HTTPHandler("h", "/", **wrong)
    except ValueError as error:
        print(error)
# expect: method must be GET or POST
# expect: context parameter only makes sense with secure=True

logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
record = logging.makeLogRecord({})
print(record.thread, record.threadName, record.process, record.processName)  # expect: None None None None
