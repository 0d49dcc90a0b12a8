# urllib.request against a server in this process: answers, errors, redirects, passwords, data, files, handlers.
import base64
import http.server
import os
import tempfile
import threading
import urllib.error
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def answer(self, code, text, **headers):
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def do_GET(self):
        if self.path == "/away":
            self.answer(302, b"", Location="/here?x=1")
        elif self.path == "/loop":
            self.answer(302, b"", Location="/loop")
        elif self.path == "/secret":
            wanted = "Basic " + base64.b64encode(b"joe:pw").decode()
            if self.headers["Authorization"] == wanted:
                self.answer(200, b"inside")
            else:
                self.answer(401, b"no", WWW_Authenticate='Basic realm="r"')
        elif self.path == "/missing":
            self.answer(404, b"nothing", X_Why="gone")
        else:
            self.answer(200, f"GET {self.path} {self.headers['X-Mine']}".encode(), Content_Type="text/plain")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(200, b"POST " + body + b" " + self.headers["Content-Type"].encode())


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever).start()
base = f"http://127.0.0.1:{server.server_port}"
os.environ["no_proxy"] = "*"
try:
    with urllib.request.urlopen(base + "/a%20b") as answer:
        print(answer.status, answer.read(), answer.headers["content-type"], answer.geturl() == base + "/a%20b")
    print(urllib.request.urlopen(urllib.request.Request(base, headers={"X-mine": "h"})).read())
    print(urllib.request.urlopen(base, data=b"a=1&b=2").read())
    answer = urllib.request.urlopen(base + "/away")
    print(answer.read(), answer.url == base + "/here?x=1")
    for path in ("/missing", "/loop", "/secret"):
        try:
            urllib.request.urlopen(base + path)
        except urllib.error.HTTPError as error:
            print(path, error.code, str(error).splitlines()[0], error.headers["X-Why"], error.read())
            error.close()
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, base, "joe", "pw")
    opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
    opener.addheaders = [("User-agent", "mine")]
    print(opener.open(base + "/secret").read())
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "copy.txt")
        print(urllib.request.urlretrieve(base + "/f", name)[1]["content-length"], open(name).read())
        with urllib.request.urlopen("file://" + name) as file:
            print(file.read(), file.headers["Content-type"], file.headers["Content-length"])
finally:
    server.shutdown()
    server.server_close()
with urllib.request.urlopen("data:text/html;base64,PGI+") as data:
    print(data.read(), data.headers.get_content_type())
for wrong in ("nothing", "foo://x", "file:///no/such/file", f"{base}/"):
    try:
        urllib.request.urlopen(wrong)
    except (ValueError, OSError) as error:
        print(type(error).__name__, error)
request = urllib.request.Request("http://user@host:80/p?q#frag", data=b"x", method="PUT")
print(request.get_method(), request.host, request.selector, request.fragment, request.type, request.full_url)
# expect: 200 b'GET /a%20b None' text/plain True
# expect: b'GET / h'
# expect: b'POST a=1&b=2 application/x-www-form-urlencoded'
# expect: b'GET /here?x=1 None' True
# expect: /missing 404 HTTP Error 404: Not Found gone b'nothing'
# expect: /loop 302 HTTP Error 302: The HTTP server returned a redirect error that would lead to an infinite loop. None b''
# expect: /secret 401 HTTP Error 401: Unauthorized None b'no'
# expect: b'inside'
# expect: 11 GET /f None
# expect: b'GET /f None' text/plain 11
# expect: b'<b>' text/html
# expect: ValueError unknown url type: 'nothing'
# expect: URLError <urlopen error unknown url type: foo>
# expect: URLError <urlopen error [Errno 2] No such file or directory: '/no/such/file'>
# expect: URLError <urlopen error [Errno 111] Connection refused>
# expect: PUT user@host:80 /p?q frag http http://user@host:80/p?q#frag
