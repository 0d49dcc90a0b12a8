# telnetlib: options are refused, doubled bytes are one, patterns are waited for.
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import telnetlib
print(caught[0].message)  # expect: 'telnetlib' is deprecated and slated for removal in Python 3.13
import socket
import threading
from telnetlib import DO, ECHO, IAC, SB, SE, TTYPE, WILL, WONT


def serve():
    connection, _ = server.accept()
    with connection:
        connection.sendall(IAC + DO + ECHO + IAC + WILL + TTYPE + b"login: ")
        with connection.makefile("rb") as lines:
            heard.append(lines.readline())
            connection.sendall(b"a" + IAC + IAC + b"b\0c" + IAC + SB + TTYPE + b"sub" + IAC + SE + b" 42 items\n")
            heard.append(lines.readline())


heard = []
server = socket.create_server(("127.0.0.1", 0))
thread = threading.Thread(target=serve, daemon=True)
thread.start()
with telnetlib.Telnet(*server.getsockname()) as tn:
    print(tn.read_until(b"login: "))  # expect: b'login: '
    tn.write(b"ann\n")
    place, match, text = tn.expect([b"nothing", rb"(\d+) items"])
    print(place, match[1], text)  # expect: 1 b'42' b'a\xffbc 42 items'
    print(tn.read_sb_data())  # expect: b'\x18sub'
    tn.write(b"bye\xff\n")
    print(tn.read_all())  # expect: b'\n'
    try:
        tn.read_very_eager()
    except EOFError as error:
        print(error)  # expect: telnet connection closed
thread.join()
server.close()
print(heard[0] == IAC + WONT + ECHO + IAC + telnetlib.DONT + TTYPE + b"ann\n", heard[1])  # expect: True b'bye\xff\xff\n'
