# wsgiref: an application served, validated, run as CGI; headers and addresses.
import http.client
import io
import threading
from wsgiref.handlers import SimpleHandler, format_date_time
from wsgiref.headers import Headers
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.util import FileWrapper, application_uri, request_uri, setup_testing_defaults, shift_path_info
from wsgiref.validate import validator


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


def application(environ, start_response):
    body = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']} {environ['QUERY_STRING']} {environ['HTTP_X_TEST']}"
    start_response("200 Fine", [("Content-Type", "text/plain")])
    return [body.encode(), environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"] or 0))]


server = make_server("127.0.0.1", 0, validator(application), handler_class=Quiet)
thread = threading.Thread(target=server.handle_request, daemon=True)
thread.start()
client = http.client.HTTPConnection(*server.server_address)
client.request("POST", "/a%20b?c=d", b"posted", {"X-Test": "1"})
answer = client.getresponse()
print(answer.status, answer.reason, answer.read(), answer.headers["Content-Length"])
# expect: 200 Fine b'POST /a b c=d 1posted' None
client.close()
thread.join()
server.server_close()


def run(application, **environ):
    setup_testing_defaults(environ)
    out, errors = io.BytesIO(), io.StringIO()
    handler = SimpleHandler(io.BytesIO(), out, errors, environ)
    handler.origin_server = False
    handler.run(application)
    print(out.getvalue().decode().replace("\r\n", "|"), errors.getvalue().splitlines()[-1:])


def broken(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    raise ValueError("inside")


def late(environ, start_response):
    return [b"x"]


def of_file(environ, start_response):
    start_response("200 OK", [])
    return FileWrapper(io.BytesIO(b"from a file"), 4)


run(lambda environ, start: start("204 Empty", []) and [])  # expect: Status: 204 Empty|Content-Length: 0|| []
run(of_file)  # expect: Status: 200 OK||from a file []
run(broken)
# expect: Status: 500 Internal Server Error|Content-Type: text/plain|Content-Length: 59||A server error occurred.  Please contact the administrator. ['ValueError: inside']
run(late)
# expect: Status: 500 Internal Server Error|Content-Type: text/plain|Content-Length: 59||A server error occurred.  Please contact the administrator. ['AssertionError: write() before start_response()']

environ = {"SCRIPT_NAME": "/app", "PATH_INFO": "/x//y", "QUERY_STRING": "q=1", "HTTP_HOST": "h:81"}
setup_testing_defaults(environ)
print(application_uri(environ), request_uri(environ), request_uri(environ, False))
# expect: http://h:81/app http://h:81/app/x//y?q=1 http://h:81/app/x//y
print(shift_path_info(environ), environ["SCRIPT_NAME"], environ["PATH_INFO"])  # expect: x /app/x /y
headers = Headers([("A", "1")])
headers["a"] = "2"
headers.add_header("Content-Disposition", "attachment", filename="a b.txt", size=None)
print(str(headers).split("\r\n"))
# expect: ['a: 2', 'Content-Disposition: attachment; filename="a b.txt"; size', '', '']
print(bytes(headers)[:6], headers.get_all("A"), headers["none"], len(headers))
# expect: b'a: 2\r\n' ['2'] None 2
print(format_date_time(0))  # expect: Thu, 01 Jan 1970 00:00:00 GMT


def wrong(application, environ={}):
    environ = {"QUERY_STRING": "", **environ}
    setup_testing_defaults(environ)
    try:
        checked = validator(application)(environ, lambda *args: None)
        list(checked)
        checked.close()
    except AssertionError as error:
        print(error)


wrong(lambda environ, start: None)  # expect: The application must return an iterator, if only an empty list
wrong(lambda environ, start: start("20 OK", []))  # expect: Status codes must be three characters: '20'
wrong(lambda environ, start: start("200 OK", {}))  # expect: Headers ({}) must be of type list: <class 'dict'>
wrong(lambda environ, start: start("200 OK", []))  # expect: No Content-Type header found in headers ([])
wrong(lambda environ, start: "text")
# expect: You should not return a string as your application iterator, instead return a single-item list containing a bytestring.
wrong(lambda environ, start: [], {"HTTP_CONTENT_TYPE": "x"})
# expect: Environment should not have the key: HTTP_CONTENT_TYPE (use CONTENT_TYPE instead)
