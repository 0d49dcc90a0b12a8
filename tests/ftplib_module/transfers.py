# ftplib against a small server: listings, files both ways, errors by the first digit, urllib over it.
import ftplib
import io
import socket
import threading
import urllib.error
import urllib.request

files = {"a.txt": b"first\r\nsecond\r\n"}


def serve(connection):
    lines = connection.makefile("r", newline="\r\n", encoding="utf-8")

    def say(text):
        connection.sendall(text.encode() + b"\r\n")

    def data(port_socket, content=None):
        with port_socket, port_socket.accept()[0] as channel:
            if content is not None:
                channel.sendall(content)
                return b""
            return b"".join(iter(lambda: channel.recv(1000), b""))

    say("220-Welcome\r\n220 to all")
    passive = None
    for line in lines:
        command, _, arg = line.strip().partition(" ")
        if command == "USER":
            say("331 Password?")
        elif command == "PASS":
            say("230 Hello" if arg else "530 No")
        elif command in ("TYPE", "CWD", "NOOP", "DELE"):
            say("250 Fine" if arg != "forbidden" else "550 Not that one")
        elif command == "PWD":
            say('257 "/a ""quoted"" folder" is it')
        elif command == "PASV":
            passive = socket.create_server(("127.0.0.1", 0))
            high, low = divmod(passive.getsockname()[1], 256)
            say(f"227 Entering passive mode (127,0,0,1,{high},{low})")
        elif command == "RETR" and arg not in files:
            passive.close()
            say("550 No such file")
        elif command == "RETR":
            say(f"150 Opening ({len(files[arg])} bytes)")
            data(passive, files[arg])
            say("226 Done")
        elif command in ("LIST", "NLST"):
            say("150 Here it comes")
            data(passive, "\r\n".join([*files, ""]).encode())
            say("226 Done")
        elif command == "STOR":
            say("150 Give")
            files[arg] = data(passive)
            say("226 Done")
        elif command == "SIZE":
            say(f"213 {len(files[arg])}")
        elif command == "QUIT":
            say("221 Bye")
            return
        else:
            say("500 What?")


def accept():
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection:
            serve(connection)


server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]
thread = threading.Thread(target=accept, daemon=True)
thread.start()

ftp = ftplib.FTP()
print(repr(ftp.connect("127.0.0.1", port)))  # expect: '220-Welcome\n220 to all'
print(ftp.login())  # expect: 230 Hello
print(ftp.pwd())  # expect: /a "quoted" folder
print(ftp.nlst())  # expect: ['a.txt']
lines = []
print(ftp.retrlines("RETR a.txt", lines.append), lines)  # expect: 226 Done ['first', 'second']
print(ftp.storbinary("STOR b.bin", io.BytesIO(bytes(range(256)) * 10)), ftp.size("b.bin"))  # expect: 226 Done 2560
print(ftp.storlines("STOR c.txt", io.BytesIO(b"one\ntwo\n")), files["c.txt"])  # expect: 226 Done b'one\r\ntwo\r\n'
parts = []
ftp.retrbinary("RETR b.bin", parts.append, blocksize=100)
print(sum(map(len, parts)), max(map(len, parts)))  # expect: 2560 100
for wrong in (lambda: ftp.cwd("forbidden"), lambda: ftp.sendcmd("HUH"), lambda: ftp.sendcmd("a\r\nb"),
              lambda: ftp.rename("a", "b"), lambda: ftplib.parse227("227 nothing")):
    try:
        wrong()
    except (ftplib.Error, ValueError) as error:
        print(type(error).__name__, error)
# expect: error_perm 550 Not that one
# expect: error_perm 500 What?
# expect: ValueError an illegal newline character should not be contained
# expect: error_perm 500 What?
# expect: error_proto 227 nothing
print(ftp.quit(), ftp.sock)  # expect: 221 Bye None

with urllib.request.urlopen(f"ftp://127.0.0.1:{port}/a.txt") as answer:
    print(answer.read(), answer.headers.items())
# expect: b'first\r\nsecond\r\n' [('Content-type', 'text/plain'), ('Content-length', '15')]
server.close()
print(ftplib.FTP().sanitize("PASS secret\r\n"))  # expect: 'PASS ******\r\n'
