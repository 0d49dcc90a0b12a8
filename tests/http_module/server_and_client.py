# http.server and http.client: requests and answers, headers, bodies, chunks, keep-alive, files, errors.
import http
import http.client
import http.server
import os
import tempfile
import threading


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        if self.path == '/chunked':
            self.send_response(200)
            self.send_header('Transfer-Encoding', 'chunked')
            self.end_headers()
            self.wfile.write(b'5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n')
        elif self.path == '/missing':
            self.send_error(404)
        else:
            self.answer(f'GET {self.path} {self.headers.get("X-Test")}'.encode())

    def do_POST(self):
        self.answer(b'POST ' + self.rfile.read(int(self.headers['Content-Length'])))

    def answer(self, body):
        self.send_response(200)
        self.send_header('Content-Type', 'text/plain; charset=utf-8')
        self.send_header('X-Two', 'a')
        self.send_header('X-Two', 'b')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def serve(handler):
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    return server, thread


def stop(server, thread):
    server.shutdown()
    thread.join()
    server.server_close()


server, thread = serve(Handler)
connection = http.client.HTTPConnection(*server.server_address)
connection.request('GET', '/path?x=1', headers={'X-Test': 'yes'})
response = connection.getresponse()
print(response.status, response.reason, response.version, response.getheader('content-type'), response.getheader('X-Two'))
print(response.headers.get_content_type(), response.headers.get_content_charset(), response.headers.get_all('x-two'))
print(response.read(4), response.read(), response.read(), response.isclosed())
connection.request('POST', '/', body='text')
print(connection.getresponse().read())
connection.request('GET', '/chunked')
response = connection.getresponse()
print(response.chunked, response.read(3), response.read())
connection.request('GET', '/missing')
response = connection.getresponse()
print(response.status, b'Nothing matches the given URI' in response.read())
try:
    connection.request('GET', '/a b')
except http.client.InvalidURL as e:
    print(e)
connection.close()
connection.request('DELETE', '/')
response = connection.getresponse()
print(response.status, response.reason)
response.read()
connection.close()
stop(server, thread)
with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, 'a.txt'), 'w') as f:
        f.write('content')

    class Files(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=folder)

        def log_message(self, *args):
            pass

    server, thread = serve(Files)
    for path in ('/a.txt', '/', '/no', '/../../etc/passwd'):
        connection = http.client.HTTPConnection(*server.server_address)
        connection.request('GET', path)
        response = connection.getresponse()
        body = response.read()
        print(path, response.status, response.getheader('Content-type'), body if path == '/a.txt' else b'a.txt' in body)
        connection.close()
    stop(server, thread)
print(repr(http.HTTPStatus.OK), http.HTTPStatus(404).phrase, http.HTTPStatus.IM_A_TEAPOT.description, http.HTTPMethod.GET)
print(http.client.responses[500], http.client.HTTPConnection('a:81').port, issubclass(http.client.RemoteDisconnected, ConnectionResetError))
# expect: 200 OK 11 text/plain; charset=utf-8 a, b
# expect: text/plain utf-8 ['a', 'b']
# expect: b'GET ' b'/path?x=1 yes' b'' True
# expect: b'POST text'
# expect: True b'hel' b'lo world'
# expect: 404 True
# expect: URL can't contain control characters. '/a b' (found at least ' ')
# expect: 501 Unsupported method ('DELETE')
# expect: /a.txt 200 text/plain b'content'
# expect: / 200 text/html; charset=utf-8 True
# expect: /no 404 text/html;charset=utf-8 False
# expect: /../../etc/passwd 404 text/html;charset=utf-8 False
# expect: <HTTPStatus.OK: 200> Not Found Server refuses to brew coffee because it is a teapot. GET
# expect: Internal Server Error 81 True
