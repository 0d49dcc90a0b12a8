# imaplib against a small server: states, literals, flags, dates.
import imaplib
import socket
import threading
from datetime import datetime, timedelta, timezone


def serve():
    connection, _ = server.accept()
    with connection, connection.makefile("rb") as lines:
        connection.sendall(b"* OK IMAP4rev1 ready\r\n")
        for line in lines:
            tag, _, command = line.strip().decode().partition(" ")
            name = command.split()[0]
            before, after = {
                "CAPABILITY": ("* CAPABILITY IMAP4REV1 ENABLE\r\n", "OK done"),
                "LOGIN": ("", 'OK in' if '"pass\\"word"' in command else "NO [AUTHENTICATIONFAILED] no"),
                "SELECT": ("* 3 EXISTS\r\n* FLAGS (\\Seen \\Deleted)\r\n* OK [UIDVALIDITY 42] ids\r\n",
                           "OK [READ-WRITE] selected"),
                "SEARCH": ("* SEARCH 2 3\r\n", "OK found"),
                "FETCH": ("* 2 FETCH (FLAGS (\\Seen) BODY[] {11}\r\nhello world)\r\n", "OK fetched"),
                "LIST": ('* LIST () "/" INBOX\r\n* LIST (\\Noselect) "/" a\r\n', "OK listed"),
                "LOGOUT": ("* BYE leaving\r\n", "OK out"),
            }.get(name, ("", "BAD what?"))
            if name == "APPEND":
                connection.sendall(b"+ go on\r\n")
                taken.append(lines.read(int(command[command.index("{") + 1:-1])))
                before, after = "", "OK appended"
                lines.readline()
            connection.sendall(f"{before}{tag} {after}\r\n".encode())


taken = []
server = socket.create_server(("127.0.0.1", 0))
thread = threading.Thread(target=serve, daemon=True)
thread.start()
client = imaplib.IMAP4(*server.getsockname())
print(client.capabilities, client.state)  # expect: ('IMAP4REV1', 'ENABLE') NONAUTH
for attempt in (lambda: client.search(None, "ALL"), lambda: client.login("ann", "x"), lambda: client.nosuch(),
                lambda: client.xatom("HUH")):
    try:
        attempt()
    except (imaplib.IMAP4.error, AttributeError) as error:
        print(type(error).__name__, error)
# expect: error command SEARCH illegal in state NONAUTH, only allowed in states SELECTED
# expect: error b'[AUTHENTICATIONFAILED] no'
# expect: AttributeError Unknown IMAP4 command: 'nosuch'
# expect: error HUH command error: BAD [b'what?']
print(client.login("ann", 'pass"word'), client.state)  # expect: ('OK', [b'in']) AUTH
print(client.select(), client.response("UIDVALIDITY"))  # expect: ('OK', [b'3']) ('UIDVALIDITY', [b'42'])
print(client.SEARCH(None, "ALL"))  # expect: ('OK', [b'2 3'])
print(client.fetch("2", "(FLAGS BODY[])"))
# expect: ('OK', [(b'2 (FLAGS (\\Seen) BODY[] {11}', b'hello world'), b')'])
print(client.list())  # expect: ('OK', [b'() "/" INBOX', b'(\\Noselect) "/" a'])
print(client.append("a", "\\Seen", None, b"one\ntwo"), taken)  # expect: ('OK', [b'appended']) [b'one\r\ntwo']
print(client.logout(), client.state)  # expect: ('BYE', [b'leaving']) LOGOUT
thread.join()
server.close()

print(imaplib.ParseFlags(b"2 (FLAGS (\\Seen other))"), imaplib.Int2AP(4096))  # expect: (b'\\Seen', b'other') b'BAAA'
moment = datetime(2024, 2, 3, 4, 5, 6, tzinfo=timezone(timedelta(hours=-2)))
print(imaplib.Time2Internaldate(moment))  # expect: "03-Feb-2024 04:05:06 -0200"
print(imaplib.Internaldate2tuple(b"no date"))  # expect: None
try:
    imaplib.Time2Internaldate(moment.replace(tzinfo=None))
except ValueError as error:
    print(error)  # expect: date_time must be aware
