# http.server runs the programs of cgi-bin: their environment, their input, what they may not be.
import http.client
import http.server
import os
import tempfile
import threading

SCRIPT = '''#!/bin/sh
echo "Content-Type: text/plain"
echo
echo "$REQUEST_METHOD|$SCRIPT_NAME|$PATH_INFO|$QUERY_STRING|$CONTENT_LENGTH|$REMOTE_USER|$HTTP_COOKIE|$*"
if [ -n "$CONTENT_LENGTH" ]; then head -c "$CONTENT_LENGTH"; fi
'''


class Handler(http.server.CGIHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def translate_path(self, path):
        return folder + path


folder = tempfile.mkdtemp()
os.chmod(folder, 0o755)
os.mkdir(folder + "/cgi-bin")
program = folder + "/cgi-bin/show"
with open(program, "w") as file:
    file.write(SCRIPT)
os.chmod(program, 0o755)
with open(folder + "/cgi-bin/plain", "w") as file:
    file.write("no program")
os.mkdir(folder + "/cgi-bin/sub")

server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
thread.start()


def ask(method, path, body=None, headers={}):
    client = http.client.HTTPConnection(*server.server_address)
    client.request(method, path, body, headers)
    answer = client.getresponse()
    body = answer.read().decode().splitlines()
    print(answer.status, answer.reason, *([body[:2]] if answer.status == 200 else []))
    client.close()


ask("GET", "/cgi-bin/show/more/path?a=1&b=2", headers={"Cookie": "c=d"})
# expect: 200 Script output follows ['GET|/cgi-bin/show|/more/path|a=1&b=2|||c=d|']
ask("GET", "/cgi-bin/show?two+words")  # expect: 200 Script output follows ['GET|/cgi-bin/show||two+words||||two words']
ask("POST", "/cgi-bin/show", b"posted", {"Authorization": "Basic dXNlcjpwYXNz"})
# expect: 200 Script output follows ['POST|/cgi-bin/show|||6|user||', 'posted']
ask("GET", "/cgi-bin/absent")  # expect: 404 No such CGI script ('/cgi-bin/absent')
ask("GET", "/cgi-bin/plain")  # expect: 403 CGI script is not executable ('/cgi-bin/plain')
ask("POST", "/elsewhere")  # expect: 501 Can only POST to CGI scripts
server.shutdown()
thread.join()
server.server_close()

for path in "/cgi-bin/../x", "/./a//b/", "a", "/..":
    try:
        print(http.server._url_collapse_path(path), end=" ")
    except IndexError:
        print("outside")
# expect: //x /a/b/ //a outside
