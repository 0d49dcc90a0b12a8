# socketserver: one request at a time, in threads, in processes, over datagrams; errors of handlers; shutdown.
import io
import socket
import socketserver
import sys
import threading


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            if line == b'fail\n':
                raise ValueError('asked to')
            self.wfile.write(line.upper())


class UpperDatagram(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read().upper())


def ask(address, data):
    with socket.create_connection(address) as s:
        s.sendall(data)
        s.shutdown(socket.SHUT_WR)
        return s.makefile('rb').read()


for kind in (socketserver.TCPServer, socketserver.ThreadingTCPServer, socketserver.ForkingTCPServer):
    with kind(('127.0.0.1', 0), Upper) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        print(kind.__name__, [ask(server.server_address, b'line %d\n' % i) for i in range(3)])
        server.shutdown()
        thread.join()
with socketserver.UDPServer(('127.0.0.1', 0), UpperDatagram) as server:
    with socket.socket(type=socket.SOCK_DGRAM) as s:
        s.sendto(b'datagram', server.server_address)
        server.handle_request()
        print(s.recv(100))
    server.timeout = 0.01
    server.handle_timeout = lambda: print('nobody')
    server.handle_request()
with socketserver.TCPServer(('127.0.0.1', 0), Upper) as server:
    thread = threading.Thread(target=ask, args=(server.server_address, b'fail\n'))
    thread.start()
    said, sys.stderr = sys.stderr, io.StringIO()
    server.handle_request()
    text, sys.stderr = sys.stderr.getvalue(), said
    thread.join()
    print(text.splitlines()[0], text.splitlines()[-2])
    print(text.splitlines()[1].split(' from')[0])
# expect: TCPServer [b'LINE 0\n', b'LINE 1\n', b'LINE 2\n']
# expect: ThreadingTCPServer [b'LINE 0\n', b'LINE 1\n', b'LINE 2\n']
# expect: ForkingTCPServer [b'LINE 0\n', b'LINE 1\n', b'LINE 2\n']
# expect: b'DATAGRAM'
# expect: nobody
# expect: ---------------------------------------- ValueError: asked to
# expect: Exception occurred during processing of request
